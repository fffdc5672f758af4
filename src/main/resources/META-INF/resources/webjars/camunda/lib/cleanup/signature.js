// An official's own signature (我的签名), which the server puts beside what that official says.

import {API, call} from './api.js';
import {byId, moment, pickable} from './page.js';

const OWN = `${API}/signature`;

const form = byId('keep');
const message = byId('message');

/** @param {!OwnSignature} own */
function show({keptAt}) {
  byId('own').hidden = keptAt === null;
  byId('withdraw').hidden = keptAt === null;
  if (keptAt !== null) {
    byId('picture').src = `${OWN}/picture?since=${encodeURIComponent(keptAt)}`;
    byId('since').textContent = `${moment(keptAt)}起使用`;
  }
}

/**
 * @param {function(): !Promise<!OwnSignature>} work
 * @param {string} words that say it is done
 */
async function act(work, words) {
  try {
    show(await work());
    message.textContent = words;
  } catch (failure) {
    message.textContent = /** @type {!Error} */ (failure).message;
  }
  document.body.setAttribute('data-ready', 'true');
}

form.addEventListener('submit', event => {
  event.preventDefault();
  act(async () => {
    const own = await call(OWN, {method: 'POST', body: new FormData(form)});
    form.reset();
    return own;
  }, '已保存，以后您的意见旁都有这个签名。');
});
byId('withdraw').addEventListener('click', () => act(async () => {
  await call(OWN, {method: 'DELETE'});
  return {keptAt: null};
}, '已停用，以后您的意见旁没有签名；以前的意见不变。'));

pickable(form.elements['file'], '选择图片');
act(() => call(OWN), '');
