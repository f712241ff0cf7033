addEventListener("load", function () {
  var id =
    location.protocol === "file:"
      ? "opened-as-file"
      : ![].findLastIndex || !("noModule" in HTMLScriptElement.prototype)
        ? "too-old"
        : !document.documentElement.hasAttribute("data-started") && "not-started";
  if (id) document.getElementById(id).hidden = false;
});
