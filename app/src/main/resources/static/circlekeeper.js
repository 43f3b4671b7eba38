// Keys and conveniences. Every page works without this file.
(function () {
  'use strict';
  var body = document.body;
  var going = false;

  function inField(element) {
    return element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]') !== null;
  }

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll('[data-list] > [data-row], [data-list] > tr'));
  }

  function stop(row) {
    return row.querySelector('[data-open], a[href], button, input:not([type=hidden])');
  }

  function step(by) {
    var all = rows();
    var now = all.findIndex(function (row) { return row.contains(document.activeElement); });
    var next = all[Math.max(0, Math.min(all.length - 1, now + by))];
    var target = next && stop(next);
    if (target) { target.focus(); }
  }

  function currentRow() {
    return rows().find(function (row) { return row.contains(document.activeElement); });
  }

  function help() {
    var keys = document.getElementById('keys');
    if (keys && keys.showModal && !keys.open) { keys.showModal(); }
  }

  function follow(selector) {
    var target = document.querySelector(selector);
    if (target) { target.click(); }
    return target !== null;
  }

  // A key that a link of the page names: of the row that is stood on, or else of the page itself.
  function hint(key) {
    if (key.length !== 1) { return null; }
    var named = '[data-key="' + CSS.escape(key) + '"]';
    var row = currentRow();
    var inRow = row && row.querySelector(named);
    return inRow || Array.prototype.find.call(document.querySelectorAll('main ' + named), function (link) { return !link.closest('[data-list]'); });
  }

  var plain = {
    '?': help,
    '/': function () { var field = document.querySelector('input[type=search]'); if (field) { field.focus(); } else { follow('.menu a[href="/search"]'); } },
    'j': function () { step(1); },
    'k': function () { step(-1); },
    'u': function () { follow('[data-undo]'); },
    'r': function () { follow('[data-release]'); },
    'x': function () { var row = currentRow(); var box = row && row.querySelector('input[type=checkbox]'); if (box) { box.click(); } },
    'o': function () { var row = currentRow(); var link = row && row.querySelector('[data-open], a[href]'); if (link) { link.click(); } }
  };

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inField(event.target)) { return; }
    if (document.querySelector('dialog[open]')) { return; }
    if (going) {
      going = false;
      if (follow('.menu a[data-key="' + CSS.escape(event.key) + '"]')) { event.preventDefault(); }
      return;
    }
    if (event.key === 'g') { going = true; setTimeout(function () { going = false; }, 1500); return; }
    var act = plain[event.key];
    if (act) { event.preventDefault(); act(); return; }
    var hinted = hint(event.key);
    if (hinted) { event.preventDefault(); hinted.click(); }
  });

  document.querySelectorAll('[data-help]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', help);
  });

  // A sign-in that is about to end says so two minutes before, and may be prolonged.
  var left = Number(body.dataset.secondsLeft);
  var ending = document.getElementById('ending');
  var timer;
  function watch(seconds) {
    clearTimeout(timer);
    timer = setTimeout(function () {
      ending.querySelector('p').textContent = 'Nothing was asked for a while: you are signed out in two minutes.';
      ending.hidden = false;
    }, Math.max(0, seconds - 120) * 1000);
  }
  if (left > 0 && ending) {
    watch(left);
    ending.querySelector('[data-stay]').addEventListener('click', function () {
      fetch('/still-here').then(function (answer) { return answer.ok ? answer.text() : '0'; }).then(function (seconds) {
        ending.hidden = true;
        if (Number(seconds) > 0) { watch(Number(seconds)); } else { location.reload(); }
      });
    });
  }
})();
