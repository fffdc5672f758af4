// Who does nothing for as long as the server keeps a session is signed out: warned before, and with what is typed kept. Tasklist itself would keep the session for ever, since
// it looks for new tasks by itself. What counts is what is done in any window of the browser.

import {addressOf, API, call, LOGOUT, request, SIGN_IN_LOST} from './api.js';
import {worded} from './language.js';
import {element} from './page.js';

/** where administrators sign in with their passwords */
const BASE_OF_ADMIN = /\/app\/admin\//;
const WARN_SECONDS = 120;
const KEEP_MILLIS = 2000;
const MARK = 'cleanup-last-activity';

/** of doing nothing after which one is signed out; 0 until the server has told */
let limit = 0;
let singleSignOn = false;
let dialog = null;

function active() {
  localStorage.setItem(MARK, String(Date.now()));
}

function idleSeconds() {
  return (Date.now() - Number(localStorage.getItem(MARK) || Date.now())) / 1000;
}

function warn() {
  const text = element('p', {role: 'alert'});
  const stay = element('button', {type: 'button', class: 'btn btn-primary'}, worded('继续办理', 'Go on'));
  stay.addEventListener('click', () => dialog.close());
  dialog = element('dialog', {class: 'cleanup-dialog session-warning'}, text, stay);
  dialog.addEventListener('close', () => {
    dialog.remove();
    dialog = null;
    active();
  });
  document.body.append(dialog);
  dialog.showModal();
}

async function leave() {
  clearInterval(timer);
  window.dispatchEvent(new CustomEvent('cleanup:leaving'));
  await new Promise(resolve => setTimeout(resolve, KEEP_MILLIS));
  await request(LOGOUT, {method: 'POST'}).catch(() => null);
  localStorage.removeItem(MARK);
  sessionStorage.setItem(SIGN_IN_LOST, 'true');
  afterSignOut();
}

/** With single sign-on, to load the page again would be to sign in again; and passwords do not count there. */
function afterSignOut() {
  if (singleSignOn) {
    location.assign(addressOf('lib/cleanup/signed-out.html'));
  } else {
    location.reload();
  }
}

async function check() {
  if (limit === 0) {
    const session = /** @type {?Session} */ (await call(`${API}/session`).catch(() => null));
    if (session === null) {
      return;
    }
    ({idleSeconds: limit, singleSignOn} = session);
    active();
  }
  if (singleSignOn && document.querySelector('form[name=signinForm]') && !BASE_OF_ADMIN.test(location.pathname)) {
    clearInterval(timer);
    afterSignOut();
    return;
  }
  const left = limit - idleSeconds();
  if (left <= 0) {
    await leave();
  } else if (left <= Math.min(WARN_SECONDS, limit / 2)) {
    dialog || warn();
    dialog.querySelector('p').textContent = worded(`您长时间没有操作，${Math.ceil(left)}秒后将退出登录；已填写的内容会自动暂存。`,
      `You will be signed out in ${Math.ceil(left)} seconds. What you have typed is kept.`);
  } else if (dialog) {
    dialog.close();
  }
}

['keydown', 'pointerdown', 'wheel'].forEach(event => window.addEventListener(event, () => dialog || active(), {passive: true, capture: true}));
const timer = setInterval(check, 5000);
check();
