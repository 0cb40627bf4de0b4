// Reads the page aloud where the phone can: a recording if there is one, else a voice of the phone.
// Only voices that live on the phone: another would be told, over the network, what stands here.
(function () {
  "use strict";

  const WORDS = document.currentScript.dataset;
  const synth = window.speechSynthesis;
  let turn = 0;
  let button = null;
  let player = null;

  function fits(voice) {
    const tag = voice.lang.replace("_", "-").toLowerCase();
    const wanted = document.documentElement.lang.split("-")[0];
    if (!voice.localService) return false;
    // Cantonese is another language to a listener who speaks none.
    if (wanted === "zh") return /^(zh|cmn)(-|$)/.test(tag) && !/-(hk|mo)\b/.test(tag);
    return tag.split("-")[0] === wanted;
  }

  function voice() {
    const found = synth ? synth.getVoices().filter(fits) : [];
    return found.find(function (one) { return /cn|hans/i.test(one.lang); }) || found[0];
  }

  function sentences() {
    const all = document.querySelectorAll("#main [data-say]");
    return Array.from(all).filter(function (node) { return node.getClientRects().length; });
  }

  function readable() {
    const all = sentences();
    return all.length > 0 && (voice() || all.every(function (node) { return node.dataset.audio; }));
  }

  function mark(node) {
    document.querySelectorAll(".speaking").forEach(function (one) { one.classList.remove("speaking"); });
    if (node) node.classList.add("speaking");
  }

  function stop() {
    turn += 1;
    mark(null);
    if (player) player.pause();
    if (synth) synth.cancel();
    if (!button) return;
    button.textContent = WORDS.read;
    button.removeAttribute("data-on");
  }

  function utter(node, next) {
    const chosen = voice();
    if (!chosen) return next();
    // A comma within a figure would be heard as a pause between two figures.
    const words = node.textContent.replace(/\s+/g, " ").replace(/(\d),(?=\d{3})/g, "$1");
    const said = new SpeechSynthesisUtterance(words.trim());
    said.voice = chosen;
    said.lang = chosen.lang;
    said.rate = 0.9;
    said.onend = next;
    said.onerror = next;
    synth.speak(said);
  }

  function play(node, next) {
    player = new Audio(node.dataset.audio);
    player.onended = next;
    const failed = function () { player.onended = null; utter(node, next); };
    player.play().catch(failed);
  }

  function read(queue, mine) {
    if (mine !== turn) return;
    const node = queue.shift();
    if (!node) return stop();
    const next = function () { read(queue, mine); };
    mark(node);
    if (node.dataset.audio) play(node, next);
    else utter(node, next);
  }

  function press() {
    const on = button.hasAttribute("data-on");
    stop();
    if (on) return;
    button.textContent = WORDS.stop;
    button.setAttribute("data-on", "");
    read(sentences(), turn);
  }

  function draw() {
    const main = document.getElementById("main");
    if (button && main.contains(button)) return;
    if (!readable()) return;
    button = document.createElement("button");
    button.type = "button";
    button.className = "tool voice";
    button.textContent = WORDS.read;
    button.addEventListener("click", press);
    const back = main.querySelector(".back");
    if (back) back.insertAdjacentElement("afterend", button);
    else main.insertBefore(button, main.firstChild);
  }

  // Many phones know their voices only some time after the page is there.
  if (synth && synth.addEventListener) synth.addEventListener("voiceschanged", draw);
  document.addEventListener("DOMContentLoaded", draw);
  document.addEventListener("htmx:beforeSwap", stop);
  document.addEventListener("htmx:afterSettle", draw);
  document.addEventListener("submit", stop);
  window.addEventListener("pagehide", stop);
})();
