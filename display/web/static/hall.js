// Puts the fragments that the server sends in their places, and says since when they stand.
(function () {
  "use strict";
  var SILENT = 7000, AGAIN = 5000, ANEW = 30000, TURN = 10000;
  var hall = document.getElementById("hall"), lost = document.getElementById("lost");
  var sentences = [].slice.call(lost.children).map(function (p) { return [p, p.textContent]; });
  var at = hall.getAttribute("data-at"), page = hall.getAttribute("data-page"), zone = hall.getAttribute("data-zone");
  var heard = Date.now(), opened = 0, asked = 0, since = "", shown = {}, source = null;

  function live(clock) {
    heard = Date.now();
    at = clock;
    say(false);
  }

  function take(event) {
    var told = JSON.parse(event.data);
    if (told.page !== page) { location.reload(); return; }
    Object.keys(told.parts).forEach(function (id) {
      if (shown[id] === told.parts[id]) return;
      shown[id] = told.parts[id];
      document.getElementById(id).innerHTML = told.parts[id];
    });
    hall.className = told.look;
    live(told.at);
  }

  function open() {
    if (source) source.close();
    opened = Date.now();
    source = new EventSource("/hall/events" + (zone ? "?" + zone : ""));
    source.onmessage = take;
    source.addEventListener("beat", function (event) { live(event.data); });
  }

  function say(silent) {
    var turn = Math.floor(Date.now() / TURN) % sentences.length;
    if (silent && lost.hidden) since = at;
    lost.hidden = !silent;
    sentences.forEach(function (one, place) {
      one[0].hidden = place !== turn;
      if (silent) one[0].textContent = one[1].replace("{time}", since);
    });
  }

  // Where events do not come through at all, the page itself may.
  function anew() {
    var request = new XMLHttpRequest();
    asked = Date.now();
    request.onload = function () { if (request.status === 200) location.reload(); };
    request.open("GET", location.href);
    request.send();
  }

  setInterval(function () {
    var now = Date.now(), silent = now - heard;
    if (silent < 0) heard = now;
    say(silent > SILENT);
    if ((source.readyState === 2 || silent > SILENT) && now - opened > AGAIN) open();
    if (silent > ANEW && now - asked > ANEW) anew();
  }, 1000);
  open();
})();
