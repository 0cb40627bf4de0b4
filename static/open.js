// A card's code carries the answers in the part of the address that no server sees: they are posted
// from here, and taken out of the address at once, so that no history keeps them.
(function () {
  "use strict";

  function open() {
    const form = document.querySelector("form[data-open]");
    const text = window.location.hash.slice(1);
    if (!form || !/^m[0-9]/.test(text)) return;
    window.history.replaceState(null, "", window.location.pathname);
    form.elements.card.value = text;
    form.querySelector("button").click(); // as if tapped: with htmx or without
  }

  // After everything else: htmx takes the form before it is sent.
  window.addEventListener("load", open);
  window.addEventListener("hashchange", open);
})();
