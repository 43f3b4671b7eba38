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

// The waitlist by keys: arrows go from card to card, [ and ] move one, o offers a seat, c logs a contact.
(function () {
  'use strict';
  function here() { return document.activeElement && document.activeElement.closest('[data-card]'); }
  function stand(card) { var link = card && card.querySelector('[data-open]'); if (link) { link.focus(); } return Boolean(link); }
  function cards(list) { return Array.prototype.slice.call(list.querySelectorAll('[data-card]')).filter(function (card) { return card.offsetParent !== null; }); }

  function along(card, by) {
    var all = cards(card.parentElement);
    return all[all.indexOf(card) + by];
  }

  function across(card, by) {
    var all = cards(document).filter(function (other) { return other.closest('.lane') === card.closest('.lane'); });
    var stages = Array.prototype.slice.call(card.closest('.lane').querySelectorAll('.stage'));
    for (var at = stages.indexOf(card.closest('.stage')) + by; at >= 0 && at < stages.length; at += by) {
      var found = all.find(function (other) { return other.closest('.stage') === stages[at]; });
      if (found) { return found; }
    }
    return null;
  }

  function move(card, to) {
    var form = card.querySelector('form');
    if (form && to) { form.querySelector('select').value = to; form.requestSubmit(); } else { go(card, 'offer'); }
  }

  function go(card, part) { location.href = card.querySelector('[data-open]').getAttribute('href') + '#' + part; }

  var keys = {
    'ArrowDown': function (card) { stand(along(card, 1)); },
    'ArrowUp': function (card) { stand(along(card, -1)); },
    'ArrowRight': function (card) { stand(across(card, 1)); },
    'ArrowLeft': function (card) { stand(across(card, -1)); },
    ']': function (card) { move(card, card.dataset.next); },
    '[': function (card) { if (card.dataset.back) { move(card, card.dataset.back); } },
    'o': function (card) { go(card, 'offer'); },
    'c': function (card) { go(card, 'contact'); }
  };

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) { return; }
    if (event.target.closest('select, input, textarea')) { return; }
    var card = here();
    if (!card && event.key.indexOf('Arrow') === 0 && event.target.closest('#content') && document.querySelector('.lane') && event.target.id === 'content') {
      event.preventDefault();
      stand(document.querySelector('[data-card]'));
      return;
    }
    var act = card && keys[event.key];
    if (act) { event.preventDefault(); event.stopPropagation(); act(card); }
  }, true);
})();

// What a button copies or prints; without this file the address can be marked and copied, the page printed by hand.
(function () {
  'use strict';
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
  if (!navigator.clipboard) { return; }
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    var field = document.getElementById(button.dataset.copy);
    var says = button.textContent;
    if (!field) { return; }
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(field.value).then(function () {
        button.textContent = 'Copied';
        setTimeout(function () { button.textContent = says; }, 2000);
      }, function () { field.select(); });
    });
  });
})();
