// Keeps the page of a ticket up with the centre. ES2015 at most, for phones of ten years; the page works without it.
(function () {
  "use strict";
  var HEARTBEAT = 40000, FIRST = 10000, POLL = 10000, RETRY = 3000, LIMIT = 8000, AGAIN = 60000;
  function id(name) { return document.getElementById(name); }
  var page = id("page"), set = page.dataset, live = id("live"), acts = id("acts"), banner = id("banner");
  // A form that came back for an answer keeps what was said and chosen: it is not what the first news bring.
  var shown = { live: live.innerHTML, acts: id("rate-wrong") ? null : acts.innerHTML, say: "" };
  var state = set.state, calls = +set.calls, at = set.at;
  var trueAt = Date.now() - set.age * 1000, lost = !banner.hidden, broken = false;
  var stream = null, heardAt = 0, opened = false, triedAt = 0, timer = 0, asking = null, messages = 0;

  function address(what) { return set.path + what + "?language=" + set.language; }
  function plain(html) { var box = document.createElement("div"); box.innerHTML = html; return box.innerHTML; }
  function soon(ms) { return ms * (0.75 + Math.random() / 2); }

  // What is shown.

  function show(news) {
    var called = news.state === "called" && (state !== "called" || news.calls > calls);
    var change = plain(news.live) !== shown.live;
    trueAt = Date.now() - news.age * 1000;
    lost = news.lost;
    broken = false;
    if (change) { live.innerHTML = news.live; shown.live = plain(news.live); }
    if (shown.acts === null) { shown.acts = plain(news.acts); }
    if (plain(news.acts) !== shown.acts) { replaceActs(news.acts); }
    if (change || called) { say(called ? "call" : "said", news.say, called); }
    if (id("notice") && news.state !== state) { id("notice").hidden = true; }
    document.title = news.title;
    id("icon").href = news.state === "called" ? set.called : set.icon;
    state = news.state;
    calls = news.calls;
    keep();
    if (over()) { sound.hidden = id("touch").hidden = true; }
    tell(news.at);
    if (called) { ring(); }
  }

  function replaceActs(html) {
    var focus = document.activeElement, had = acts.contains(focus), open = acts.querySelectorAll("details[open]"), i, one;
    acts.innerHTML = html;
    shown.acts = acts.innerHTML;
    for (i = 0; i < open.length; i++) { one = id(open[i].id); if (one) { one.open = true; } }
    if (had) { (focus.id && id(focus.id) || live.querySelector("h1")).focus(); }
  }

  function say(where, text, again) {
    if (text === shown.say && !again) { return; }
    shown.say = text;
    id("said").textContent = id("call").textContent = "";
    setTimeout(function () { id(where).textContent = text; }, 100);
  }

  function tell(time) {
    at = time || at;
    id("at").textContent = at;
    age();
  }

  function age() {
    var old = Date.now() - trueAt, minutes = Math.floor(old / 60000);
    var text = (minutes ? set.ago : set.lost).replace("{time}", at).replace("{n}", minutes);
    var hide = !(lost || broken || old > HEARTBEAT + LIMIT);
    if (!hide && banner.textContent !== text) { banner.textContent = text; }
    if (!hide && banner.hidden) { say("said", text); }
    if (hide && !banner.hidden) { say("said", document.title, true); }
    banner.hidden = hide;
  }

  // Where it comes from: the stream, or by asking while there is none.

  function listen() {
    if (!window.EventSource || stream) { return; }
    triedAt = heardAt = Date.now();
    opened = false;
    stream = new EventSource(address("/events"));
    stream.onmessage = function (event) { heard(); messages += 1; show(JSON.parse(event.data)); };
    stream.addEventListener("beat", function (event) {
      heard();
      trueAt = Date.now();
      broken = false;
      tell(event.data);
    });
    stream.onerror = function () { hush(); ask(); };
  }

  function heard() { heardAt = Date.now(); opened = true; clearTimeout(timer); }
  function hush() { if (stream) { stream.close(); stream = null; } }

  // A question that was asked while the net was going may hang: the next one takes its place. An answer that a message
  // of the stream has overtaken may be older than that.
  function ask() {
    clearTimeout(timer);
    if (asking) { asking.onloadend = null; asking.abort(); }
    var request = asking = new XMLHttpRequest(), before = messages;
    request.open("GET", address("/now"));
    request.timeout = LIMIT;
    request.onloadend = function () {
      asking = null;
      answered(request, messages !== before);
    };
    request.send();
  }

  function answered(request, overtaken) {
    var fine = request.status === 200;
    if (request.status === 404) { location.reload(); return; }
    if (fine) {
      if (!overtaken) { show(JSON.parse(request.responseText)); }
      if (!stream && (opened || Date.now() - triedAt > AGAIN)) { listen(); }
    } else {
      broken = true;
      age();
    }
    if (!stream || !opened) { timer = setTimeout(ask, soon(request.status && request.status < 500 ? POLL : RETRY)); }
  }

  function wake() {
    if (document.hidden) { return; }
    if (stream && Date.now() - heardAt > HEARTBEAT / 2) { hush(); }
    ask();
  }

  setInterval(function () {
    if (stream && Date.now() - heardAt > (opened ? HEARTBEAT : FIRST)) { hush(); ask(); }
    age();
  }, 5000);
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("resume", wake);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { hush(); listen(); wake(); } });
  window.addEventListener("online", wake);
  window.addEventListener("offline", function () { broken = true; age(); });
  window.addEventListener("pagehide", hush);

  // The sound, where the visitor wants it: a browser lets a page sound only after it was touched.

  var sound = id("sound"), Context = window.AudioContext || window.webkitAudioContext, context = null;

  function wanted(value) {
    try {
      if (value !== undefined) { localStorage.setItem("sound", value); }
      return localStorage.getItem("sound") === "on";
    } catch (error) {
      return value === "on" || sound.getAttribute("aria-checked") === "true";
    }
  }

  function note(frequency, from, until) {
    var tone = context.createOscillator(), loud = context.createGain(), now = context.currentTime;
    tone.frequency.value = frequency;
    tone.connect(loud);
    loud.connect(context.destination);
    loud.gain.setValueAtTime(0.001, now + from);
    loud.gain.exponentialRampToValueAtTime(0.5, now + from + 0.03);
    loud.gain.exponentialRampToValueAtTime(0.001, now + until);
    tone.start(now + from);
    tone.stop(now + until);
  }

  // A browser lets a page vibrate once somebody has touched it.
  function ring() {
    var touched = navigator.userActivation && navigator.userActivation.hasBeenActive;
    if (navigator.vibrate && (touched || wanted())) { navigator.vibrate([400, 200, 400, 200, 400]); }
    if (context && wanted()) { note(659, 0, 0.6); note(523, 0.45, 1.4); note(659, 1.5, 2.1); note(523, 1.95, 3); }
  }

  function unlock() {
    if (!context && Context && wanted()) { context = new Context(); }
    if (context && context.resume) { context.resume(); }
    mark();
  }

  function mark() {
    sound.setAttribute("aria-checked", wanted() ? "true" : "false");
    id("touch").hidden = over() || !wanted() || !Context || !!context;
  }

  if ((Context || navigator.vibrate) && !over()) {
    sound.hidden = false;
    sound.onclick = function () {
      wanted(wanted() ? "off" : "on");
      unlock();
      if (wanted() && context) { note(659, 0, 0.5); }
    };
    document.addEventListener("click", unlock);
    document.addEventListener("keydown", unlock);
    mark();
  }

  function over() { return /served|cancelled|removed|expired/.test(state); }

  // The page that gives tickets by phone says that this device has one already.

  function keep() {
    var code = set.path.slice(1);
    try {
      if (!over() && state !== "no-show") { localStorage.setItem("novbe-ticket", code); }
      else if (localStorage.getItem("novbe-ticket") === code) { localStorage.removeItem("novbe-ticket"); }
    } catch (error) { return; }
  }

  keep();
  if (/[?&]said=/.test(location.search) && history.replaceState) { history.replaceState(null, "", set.path); }
  listen();
  if (!stream) { timer = setTimeout(ask, soon(POLL)); }
}());
