(function () {
  function say(id) {
    document.getElementById(id).hidden = false;
  }
  if (location.protocol === "file:") say("opened-as-file");
  else if (![].findLastIndex || !("noModule" in HTMLScriptElement.prototype)) say("too-old");
  else
    addEventListener("load", function () {
      if (!document.documentElement.hasAttribute("data-started")) say("not-started");
    });
})();
