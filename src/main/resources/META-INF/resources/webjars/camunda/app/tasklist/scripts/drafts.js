// What is typed and not submitted yet waits on the server, not in the browser, where the next person at the machine could read it: kept by itself
// a few seconds after each change, there again after a refresh, in another window and on another machine.

import {API, call as callAt, json, Refused, request} from '../../../lib/cleanup/api.js';
import {clock, element, moment} from '../../../lib/cleanup/page.js';

/** after the first change that is not kept */
const KEEP_MILLIS = 2500;
const AGAIN_MILLIS = 10000;
const KEPT_ELSEWHERE = 'DRAFT_KEPT_ELSEWHERE';

/** @const {!Map<string, !Promise>} what is being kept, by the address of the draft: the form may be opened again meanwhile */
const underWay = new Map();
/** @const {!Map<string, {user: string, version: number, content: !DraftContent}>} what could not be kept when its form was closed, as without a sign-in */
const unkept = new Map();

/**
 * Keeps a form.
 *
 * @param {!CamForm} camForm
 * @param {string} path of the form
 * @param {function(): !DraftContent} contentOf what is filled in now
 * @param {function(!DraftContent)} show puts it into the form
 * @return {!DraftKeeper}
 */
export function keepDraft(camForm, path, contentOf, show) {
  const form = camForm.formElement[0];
  const scope = camForm.formElement.scope();
  const address = `${API}${path}/draft`;
  const user = scope.$root.authentication.name;
  const told = element('span', {class: 'draft-kept', role: 'status'});
  let version = 0;
  let timer = 0;
  let changed = false;
  let over = false;
  let closed = false;
  let lastKept = '';

  const tell = (...words) => told.replaceChildren(...words);
  // beside the buttons, which are Tasklist's
  const buttons = camForm.taskId ? form.closest('[cam-tasklist-form]').querySelector('.form-actions') : form.closest('.modal-content').querySelector('.modal-footer');
  buttons.querySelectorAll('.draft-kept').forEach(before => before.remove());
  buttons.append(told);

  const later = millis => { timer = timer || setTimeout(() => keep(true), millis); };
  // Tasklist's own button waits for what it takes for a change: tables are none to it
  const offerKeeping = () => scope.$evalAsync(() => closed || camForm.formElement.controller('form').$setDirty());
  const note = () => {
    if (form.dataset.ready === 'true' && !over) {
      changed = true;
      offerKeeping();
      later(KEEP_MILLIS);
    }
  };

  const keptAt = () => `已暂存 ${clock(lastKept)}，下次打开时恢复`;
  const put = options => callAt(`${address}?version=${version}`, {...json('PUT', contentOf()), ...options});

  const tellOfConflict = async () => {
    const draft = /** @type {!Draft} */ (await callAt(address));
    const choice = (label, act) => {
      const button = element('button', {type: 'button', class: 'btn btn-link'}, label);
      button.addEventListener('click', () => {
        version = draft.version;
        tell();
        act();
      });
      return button;
    };
    tell(element('span', {class: 'alert alert-warning draft-elsewhere', role: 'alert'}, `您在另一窗口已于${clock(draft.savedAt)}保存此表单。`,
      choice('采用那里的内容', () => {
        changed = false;
        show(draft.content);
        tell(`已采用另一窗口${clock(draft.savedAt)}保存的内容`);
      }), choice('保留本窗口的内容', () => keep(true))));
  };

  const keepNow = async byItself => {
    clearTimeout(timer);
    timer = 0;
    changed = false;
    try {
      const draft = /** @type {!Draft} */ (await put({}));
      version = draft.version;
      lastKept = draft.savedAt;
      tell(byItself ? `已自动保存 ${clock(draft.savedAt)}` : keptAt());
    } catch (problem) {
      changed = true;
      if (over || closed) {
        return;
      }
      offerKeeping();
      if (problem instanceof Refused && problem.code === KEPT_ELSEWHERE) {
        await tellOfConflict().catch(() => later(AGAIN_MILLIS));
      } else {
        tell(`未能保存：${/** @type {!Error} */ (problem).message}`);
        later(AGAIN_MILLIS);
      }
    }
  };

  /** One after the other, lest a window be in conflict with itself. */
  const keep = byItself => {
    const before = underWay.get(address) || Promise.resolve();
    const now = before.then(() => over ? null : keepNow(byItself)).finally(() => {
      if (underWay.get(address) === now) {
        underWay.delete(address);
      }
    });
    underWay.set(address, now);
    return now;
  };

  const leaving = () => { changed && !over && keep(true); };
  // the page goes at once: what is under way by then is sent all the same, as far as browsers send it (64 KB)
  const going = () => { changed && !over && put({keepalive: true}).catch(() => null); };
  window.addEventListener('cleanup:leaving', leaving);
  window.addEventListener('pagehide', going);
  scope.$on('$destroy', () => {
    window.removeEventListener('cleanup:leaving', leaving);
    window.removeEventListener('pagehide', going);
    closed = true;
    clearTimeout(timer);
    if (changed && !over) {
      unkept.set(address, {user, version, content: contentOf()});
      keep(true).then(() => changed || unkept.delete(address));
    }
  });
  form.addEventListener('input', note);
  form.addEventListener('change', note);
  camForm.on('store', () => {
    camForm.storePrevented = true;
    // Tasklist stores as well when the sign-in is lost, whether or not there is anything new
    if (changed) {
      keep(false);
    } else if (lastKept) {
      tell(keptAt());
    }
  });
  camForm.on('submit-success', () => {
    over = true;
    clearTimeout(timer);
  });

  const tellOfDraft = words => {
    const discard = element('button', {type: 'button', class: 'btn btn-link'}, '放弃暂存的内容');
    discard.addEventListener('click', () => {
      over = true;
      request(address, {method: 'DELETE'}).then(() => location.reload());
    });
    form.prepend(element('p', {class: 'alert alert-info draft-restored', role: 'status'}, words,
      camForm.taskId ? '附件随传随存；核对后请提交。' : '文件请重新选择；核对后请提交。', discard));
  };

  return {
    settled: () => underWay.get(address) || Promise.resolve(),
    opened: draft => {
      version = draft ? draft.version : 0;
      if (draft) {
        show(draft.content);
        tellOfDraft(`已恢复您${moment(draft.savedAt)}暂存的内容，`);
      }
      const mine = unkept.get(address);
      unkept.delete(address);
      if (mine && mine.user === user) {
        show(mine.content);
        version = mine.version;
        changed = true;
        keep(true);
      }
    }
  };
}
