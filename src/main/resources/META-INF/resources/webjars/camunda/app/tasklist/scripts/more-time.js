// 延期、中止 beside the other ways of handling a task, once Tasklist shows its form.

import {API, call, json} from '../../../lib/cleanup/api.js';
import {element} from '../../../lib/cleanup/page.js';
import {moreTimeActions} from '../../../lib/cleanup/more-time.js';

const OFFERED = 'more-time-actions';

/** @return {?string} id of the task that is shown */
function taskShown() {
  const found = /[?&]task=([^&]+)/.exec(location.hash);
  return found && decodeURIComponent(found[1]);
}

/**
 * @param {!Element} handling where the other ways stand
 * @param {string} taskId
 */
async function offer(handling, taskId) {
  const place = element('span', {class: OFFERED});
  handling.append(place);
  const path = `${API}/tasks/${taskId}/more-time`;
  const show = async told => {
    // a task that is merely looked at has nothing to offer
    const options = /** @type {?MoreTimeOptions} */ (await call(path).catch(() => null));
    if (options) {
      place.replaceChildren(...moreTimeActions(options, '本任务', (method, body) => call(path, json(method, body)), show),
        ...(told ? [element('p', {class: 'text-success', role: 'status'}, told)] : []));
    }
  };
  await show('');
}

function look() {
  const taskId = taskShown();
  document.querySelectorAll('.case-handling').forEach(handling => {
    if (taskId && !handling.querySelector(`.${OFFERED}`)) {
      offer(handling, taskId);
    }
  });
}

new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
