// The members' own pages work without this. With it, leaving replaces the page in the history and signs out, and whoever
// is about to be signed out is told a minute before; who is typing stays signed in.
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
    const stay = lost => fetch('/portal/still-here').then(answer => {
      if (answer.ok && !answer.redirected) { ending.hidden = true; begin(); } else { lost(); }
    }).catch(() => {});
    ending.querySelector('[data-stay]').addEventListener('click', () => stay(() => location.assign('/portal')));

    // Whoever types is still here: that is said every five minutes. When it is too late, what they send is kept for them.
    let said = Date.now();
    document.addEventListener('input', () => {
      if (Date.now() - said > 5 * 60000) {
        said = Date.now();
        stay(() => { ending.hidden = false; });
      }
    });
    begin();
  }

  // A passkey: the phone is asked by the browser, and what it answers goes out with the form.
  const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const known = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  const make = asked => navigator.credentials.create({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials) } });
  const use = asked => navigator.credentials.get({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) } });

  const written = key => {
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (key.response[part]) { response[part] = text(key.response[part]); }
    }
    return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {} });
  };

  const passkey = document.querySelector('[data-passkey]');
  if (passkey && window.PublicKeyCredential) {
    const form = passkey.querySelector('form');
    const failed = passkey.querySelector('[data-failed]');
    passkey.hidden = false;
    document.querySelectorAll('[data-scriptless]').forEach(one => { one.hidden = true; });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const answer = await fetch(passkey.dataset.challenge, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
        if (!answer.ok || answer.redirected) { throw new Error('not asked'); }
        const asked = await answer.json();
        const key = await (passkey.dataset.passkey === 'make' ? make(asked) : use(asked));
        form.elements.challenge.value = asked.challenge;
        form.elements.credential.value = written(key);
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
