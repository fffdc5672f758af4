// After a step the official is told what the case waits for now, with the way to it; what is the official's own again opens at once, else the next task of
// the same list.

import {API, call} from '../../../lib/cleanup/api.js';
import {casePage, element} from '../../../lib/cleanup/page.js';

/** the engine may be on its way to the next step for a moment */
const TRIES = 4;
const AGAIN_MILLIS = 700;

/**
 * @param {string} taskId
 * @return {?string} id of the task that stands after this one in the list, else before it
 */
export function nextInList(taskId) {
  const ids = [...document.querySelectorAll('.tasks-list li.task h4.task a')].map(link => (/[?&]task=([^&]+)/.exec(link.getAttribute('href')) || [])[1]);
  const place = ids.indexOf(taskId);
  return place < 0 ? null : ids[place + 1] || ids[place - 1] || null;
}

/** What was told of the step before is over. */
export function forgetTold() {
  document.querySelectorAll('.task-told').forEach(told => told.remove());
}

async function follow(taskId) {
  let following = null;
  for (let attempt = 1; attempt <= TRIES && !(following && following.settled); attempt++) {
    if (attempt > 1) {
      await new Promise(resolve => setTimeout(resolve, AGAIN_MILLIS));
    }
    following = /** @type {?Following} */ (await call(`${API}/tasks/${taskId}/following`).catch(() => null));
  }
  return following;
}

/** Opens a task, unless another was opened meanwhile. */
function open(doneId, taskId) {
  const query = new URLSearchParams(location.hash.split('?')[1] || '');
  if (query.has('task') && query.get('task') !== doneId) {
    return;
  }
  query.delete('task');
  query.delete('detailsTab');
  if (taskId) {
    query.set('task', taskId);
  }
  location.hash = `#/?${query}`;
  window.angular.element(document.body).scope().$root.$broadcast('refresh');
}

/**
 * @param {string} taskId that was done or handed on
 * @param {string} what was done with it
 * @param {?string} next id of the task that opens where none of the same case is the official's own
 */
export async function goOn(taskId, what, next) {
  const following = await follow(taskId);
  open(taskId, following && following.own.find(id => id !== taskId || what !== '已提交') || next);
  forgetTold();
  const close = element('button', {type: 'button', class: 'close', 'aria-label': '关闭'}, '×');
  close.addEventListener('click', forgetTold);
  const told = element('p', {class: 'alert alert-success task-told', role: 'status'}, close, following ? `${what}，${following.words}` : `${what}。`);
  if (following) {
    told.append(element('a', {href: casePage(following.caseNumber), target: '_blank', rel: 'noopener'}, `案件${following.caseNumber}`));
  }
  document.querySelector('.task-details > .content').prepend(told);
}
