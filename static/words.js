// What a word means is shown over the page, and the page behind it stays as it is.
// Without this script the same links work by their fragments.
(function () {
  "use strict";

  let open = null;
  let from = null;

  function shut(back) {
    if (!open) return;
    open.classList.remove("open");
    open = null;
    if (back && from) from.focus({ preventScroll: true });
  }

  function show(meaning, word) {
    shut(false);
    open = meaning;
    from = word;
    open.classList.add("open");
    open.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a.word, .meaning a");
    if (!link) {
      if (open && !open.contains(event.target)) shut(false);
      return;
    }
    const meaning = link.closest(".meaning");
    const wanted = meaning || document.getElementById(link.hash.slice(1));
    if (!wanted) return;
    // The address stays: another entry in the history would take the typed answers when going back.
    event.preventDefault();
    if (meaning) shut(true);
    else show(wanted, link);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") shut(true);
  });

  // Whoever goes on with Tab has read enough; nothing stays hidden under it.
  document.addEventListener("focusin", function (event) {
    if (open && !open.contains(event.target)) shut(false);
  });
})();
