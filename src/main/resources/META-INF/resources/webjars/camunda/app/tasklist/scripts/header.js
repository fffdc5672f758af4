// At the top of Tasklist, whose own ways to extend it know of neither: 工作台 and 案件查询, and how much there is to do and is late, in the window's title as well.

import {addressOf, API, call} from '../../../lib/cleanup/api.js';
import {worded} from '../../../lib/cleanup/language.js';
import {element} from '../../../lib/cleanup/page.js';

const REFRESH = 60000;
const name = document.title;

/** @param {!TaskCounts} counts */
function words(counts) {
  return [
    {text: worded(`待办${counts.open}`, `${counts.open} open`), urgent: false, shown: true},
    {text: worded(`逾期${counts.late}`, `${counts.late} overdue`), urgent: true, shown: counts.late > 0},
    {text: worded(`督办${counts.supervisions}`, `${counts.supervisions} to urge`), urgent: true, shown: counts.supervisions > 0}
  ].filter(part => part.shown);
}

const badge = element('span', {class: 'task-badge', role: 'status'});

function link() {
  const start = document.querySelector('.start-process-action');
  if (!start || document.querySelector('.cases-action')) {
    return;
  }
  const item = start.cloneNode(false);
  item.className = 'cases-action';
  item.append(element('a', {href: addressOf('lib/cleanup/cases.html')}, worded('案件查询', 'Find cases')));
  const lists = start.cloneNode(false);
  lists.className = 'lists-action';
  lists.append(element('a', {href: addressOf('lib/cleanup/lists.html')}, worded('工作台', 'Lists')));
  const counts = start.cloneNode(false);
  counts.className = 'counts-action';
  counts.append(badge);
  start.before(counts, lists, item);
  count();
}

async function count() {
  if (document.hidden || !badge.isConnected) {
    return;
  }
  // where nobody is signed in there is nothing to count
  const counts = /** @type {?TaskCounts} */ (await call(`${API}/counts`).catch(() => null));
  if (counts) {
    badge.replaceChildren(...words(counts).map(part => element('span', {class: part.urgent ? 'label label-danger' : 'label label-default'}, part.text)));
    if ((counts.auditor || counts.administrator) && !badge.parentElement.querySelector('a')) {
      badge.parentElement.append(counts.auditor ? element('a', {href: addressOf('lib/cleanup/audit.html')}, worded('审计日志', 'Audit log'))
        : element('a', {href: addressOf('lib/cleanup/administration.html')}, worded('用户和用户组', 'Users and groups')));
    }
    document.title = counts.open > 0 ? `(${counts.open}) ${name}` : name;
  }
}

new MutationObserver(link).observe(document.body, {childList: true, subtree: true});
setInterval(count, REFRESH);
// what is done, taken on or begun changes the numbers at once; Tasklist changes its address several times for it
let due = 0;
window.addEventListener('hashchange', () => {
  clearTimeout(due);
  due = setTimeout(count, 1000);
});
link();
