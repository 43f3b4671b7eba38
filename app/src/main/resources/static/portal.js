// The members' own pages work without this. With it, leaving replaces the page in the history and signs out, and whoever
// is about to be signed out is told a minute before.
(() => {
  'use strict';
  const out = document.querySelector('form.out');

  const post = form => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true });

  document.addEventListener('click', event => {
    const leave = event.target.closest('[data-leave]');
    if (leave) {
      event.preventDefault();
      if (out) { post(out).catch(() => {}); }
      location.replace(leave.href);
    }
  });

  const ending = document.getElementById('ending');
  if (ending) {
    const minutes = 29;
    let timer = 0;
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { ending.hidden = false; }, minutes * 60000);
    };
    ending.querySelector('[data-stay]').addEventListener('click', () => {
      fetch('/portal/still-here').then(answer => {
        if (answer.ok && !answer.redirected) { ending.hidden = true; begin(); } else { location.assign('/portal'); }
      }).catch(() => {});
    });
    begin();
  }
})();
