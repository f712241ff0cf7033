// Shows what is wrong where the page can't start, before any module runs; the words are in index.html.
// Any browser reads this file: nothing in it is younger than ES5.
(function () {
  function say(id) {
    document.getElementById(id).hidden = false;
  }
  // From files browsers run no modules.
  if (location.protocol === "file:") say("opened-as-file");
  // The youngest of what the page uses, and modules.
  else if (![].findLastIndex || !("noModule" in HTMLScriptElement.prototype)) say("too-old");
  else
    addEventListener("load", function () {
      // main.tsx did not come, or could not be read.
      if (!document.documentElement.hasAttribute("data-started")) say("not-started");
    });
})();
