// Finds a service, and remembers that this device has a ticket already. ES2015 at most; the page works without it.
(function () {
  "use strict";
  var KEPT = "novbe-ticket", MANY = 12, OVER = /served|cancelled|removed|expired|no-show/;
  function id(name) { return document.getElementById(name); }
  function each(list, what) { [].slice.call(list).forEach(what); }
  var form = id("offered"), offers = form.querySelectorAll("li"), agencies = form.querySelectorAll("details");

  // Find.

  function plain(text) {
    var lower = text.toLowerCase();
    if (lower.normalize) { lower = lower.normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
    return lower.replace(/ə/g, "e").replace(/ı/g, "i");
  }

  var names = [].slice.call(offers).map(function (one) { return plain(one.querySelector("b").textContent); });
  var before = [].slice.call(agencies).map(function (one) { return one.open; });

  function find() {
    var words = plain(id("search").value).split(/\s+/), any = false;
    each(offers, function (one, place) {
      one.hidden = !words.every(function (word) { return names[place].indexOf(word) >= 0; });
      any = any || !one.hidden;
    });
    each(agencies, function (one, place) {
      one.hidden = !one.querySelector("li:not([hidden])");
      one.open = words.join("") ? true : before[place];
    });
    id("none").textContent = any ? "" : id("none").getAttribute("data-none");
  }

  if (offers.length > MANY) {
    id("find").hidden = false;
    id("search").oninput = find;
    id("search").onkeydown = function (event) { if (event.key === "Enter") { event.preventDefault(); } };
  }

  // One ticket at a time. A double tap sends once; the server gives one ticket for both all the same.

  var sent = false;
  form.onsubmit = function () {
    if (sent) { return false; }
    sent = true;
    setTimeout(function () { sent = false; }, 8000);
  };

  function kept(value) {
    try {
      if (value === null) { localStorage.removeItem(KEPT); }
      return localStorage.getItem(KEPT) || "";
    } catch (error) { return ""; }
  }

  function have(code) {
    var request = new XMLHttpRequest();
    id("show").href = "/" + code;
    request.open("GET", "/" + code + "/now?language=" + document.documentElement.lang);
    request.onload = function () {
      var news = request.status === 200 ? JSON.parse(request.responseText) : { state: "expired" };
      if (request.status !== 200 && request.status !== 404) { return; }
      if (OVER.test(news.state)) { kept(null); free(); return; }
      id("which").textContent = news.title || "";
      id("which").hidden = !news.title;
    };
    request.send();
    id("mine").hidden = false;
    form.hidden = true;
  }

  function free() {
    id("mine").hidden = true;
    form.hidden = false;
  }

  function look() {
    var code = kept();
    sent = false;
    if (/^[0-9A-Za-z-]{10,40}$/.test(code)) { have(code); }
  }

  id("another").onclick = function () { free(); form.querySelector("h1").tabIndex = -1; form.querySelector("h1").focus(); };
  window.addEventListener("pageshow", look);
}());
