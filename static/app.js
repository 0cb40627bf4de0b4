// After a swap the reader is told where they are; after a failure, what became of their answers.
(function () {
  "use strict";

  const WORDS = {
    "htmx:sendError": "网断了，这一步没有存上。您填的都还在，请再点一次。",
    "htmx:timeout": "等得太久，这一步没有存上。您填的都还在，请再点一次。",
    "htmx:responseError": "这一步没有成功。您填的都还在，请再点一次，或打 12393。",
  };

  function main() {
    return document.getElementById("main");
  }

  // A live region speaks only when its text changes: the same message twice must be heard twice.
  function tell(sentence) {
    const status = document.getElementById("live");
    if (!status) return;
    status.textContent = "";
    if (sentence) window.setTimeout(function () { status.textContent = sentence; }, 50);
  }

  function land() {
    const errors = document.getElementById("err");
    const now = errors ? null : document.getElementById("now");
    const named = errors ? null : document.getElementById(window.location.hash.slice(1));
    const place = errors || document.querySelector("#now [tabindex]") || named
      || document.querySelector("#main h1");
    window.scrollTo(0, 0);
    if (now || named) (now || named).scrollIntoView();
    // In the chat a wide screen has a keyboard: one goes on typing. A phone shows the question.
    const typing = now && window.matchMedia("(min-width: 40em)").matches;
    const focused = typing ? document.getElementById("text") : place;
    if (focused) focused.focus({ preventScroll: true });
  }

  // A second tap while the first is on its way is dropped; buttons stay enabled, so focus stays.
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (main().getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    main().setAttribute("aria-busy", "true");
    tell("");
  });

  document.addEventListener("htmx:afterRequest", function () {
    main().removeAttribute("aria-busy");
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.target.id === "main" || event.target === document.body) land();
  });

  Object.keys(WORDS).forEach(function (name) {
    document.addEventListener(name, function () { tell(WORDS[name]); });
  });

  // Without htmx (blocked, or still on its way) a form posts by itself: there too once is enough.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (window.htmx && form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    window.setTimeout(function () { delete form.dataset.sent; }, 3000);
  });

  // Where there is something to mend, a page that came whole begins there as well.
  document.addEventListener("DOMContentLoaded", function () {
    const errors = document.getElementById("err");
    if (errors) errors.focus();
  });
})();
