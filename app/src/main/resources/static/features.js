// Keys of the attendance sheet. Every button works without this file.
(function () {
  'use strict';
  var waiting = [];
  var busy = false;
  var next = null;
  var going = 0;

  function sheet() { return document.querySelector('#sheet[data-sheet=true]'); }
  function rows() { return Array.prototype.slice.call(document.querySelectorAll('#sheet .sheet > li')); }
  function inField(element) { return element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select') !== null; }

  function current() {
    var all = rows();
    return all.find(function (row) { return row.contains(document.activeElement); })
      || all.find(function (row) { return row.id === next; })
      || all.find(function (row) { return row.dataset.marked === 'no'; })
      || all[0];
  }

  function stand(row) {
    if (!row) { return; }
    next = row.id;
    rows().forEach(function (other) { other.classList.toggle('here', other === row); });
    var first = row.querySelector('[data-mark]');
    if (first) { first.focus(); }
  }

  function neighbour(row, by) {
    var all = rows();
    return all[Math.max(0, Math.min(all.length - 1, all.indexOf(row) + by))];
  }

  function press(button) {
    if (button) { button.click(); }
    return Boolean(button);
  }

  function mark(key) {
    var row = current();
    var button = row && row.querySelector('[data-mark="' + key + '"]');
    if (!button) { return; }
    next = neighbour(row, 1).id;
    button.click();
  }

  function minutes() {
    var here = current();
    var before = here && neighbour(here, -1);
    var field = [here, before].map(function (row) { return row && row.querySelector('[data-minutes]'); }).find(Boolean);
    if (field) { field.focus(); field.select(); }
  }

  function act(key) {
    if ('pleacx'.indexOf(key) >= 0) { mark(key); }
    if (key === 'P') { press(document.querySelector('#sheet [data-rest]')); }
    if (key === 'u') { press(document.querySelector('#sheet [data-undo]')); }
    if (key === 'm') { minutes(); }
    if (key === 'ArrowDown' || key === 'j') { stand(neighbour(current(), rows().some(function (row) { return row.contains(document.activeElement); }) ? 1 : 0)); }
    if (key === 'ArrowUp' || key === 'k') { stand(neighbour(current(), -1)); }
    if (key === 'close') { press(document.querySelector('#sheet [data-close]')); }
  }

  // A mark replaces the sheet: what is typed meanwhile waits for the new one.
  function drain() {
    while (!busy && waiting.length > 0) { act(waiting.shift()); }
  }

  document.addEventListener('keydown', function (event) {
    if (!sheet() || document.querySelector('dialog[open]')) { return; }
    var closing = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!closing && (event.ctrlKey || event.metaKey || event.altKey || inField(event.target))) { return; }
    if (event.key === 'g') { going = event.timeStamp; return; }
    if (going && event.timeStamp - going < 1500) { going = 0; return; }
    if (!closing && ['p', 'l', 'e', 'a', 'c', 'x', 'P', 'u', 'm', 'j', 'k', 'ArrowDown', 'ArrowUp'].indexOf(event.key) < 0) { return; }
    event.preventDefault();
    event.stopPropagation();
    waiting.push(closing ? 'close' : event.key);
    drain();
  }, true);

  // Whoever marks by hand stays where they touched.
  document.addEventListener('click', function (event) { if (event.detail > 0) { next = null; } });
  document.addEventListener('htmx:beforeRequest', function () { busy = true; });
  document.addEventListener('htmx:afterSettle', function () {
    busy = false;
    var row = next && document.getElementById(next);
    if (row) { stand(row); }
    drain();
  });
  ['htmx:responseError', 'htmx:sendError', 'htmx:swapError', 'htmx:timeout'].forEach(function (failure) {
    document.addEventListener(failure, function () { busy = false; waiting = []; location.reload(); });
  });
})();

// Keys of the calendar: earlier and later.
(function () {
  'use strict';
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) { return; }
    if (event.target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select')) { return; }
    var to = { '[': '[data-earlier]', ']': '[data-later]' }[event.key];
    var link = to && document.querySelector(to);
    if (link) { event.preventDefault(); link.click(); }
  });
})();
