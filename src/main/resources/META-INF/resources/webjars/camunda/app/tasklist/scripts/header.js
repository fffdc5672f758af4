// At the top of Tasklist, whose own ways to extend it know of neither: 案件查询, and how much there is to do and is late, in the window's title as well.

import {element} from '../../../lib/cleanup/page.js';

const BASE = location.pathname.replace(/\/app\/.*$/, '');
const REFRESH = 60000;
const english = /^en\b/i.test((navigator.languages && navigator.languages[0]) || navigator.language || '');
const name = document.title;

function words(counts) {
  return [
    {text: english ? `${counts.open} open` : `待办${counts.open}`, urgent: false, shown: true},
    {text: english ? `${counts.late} overdue` : `逾期${counts.late}`, urgent: true, shown: counts.late > 0},
    {text: english ? `${counts.supervisions} to urge` : `督办${counts.supervisions}`, urgent: true, shown: counts.supervisions > 0}
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
  item.append(element('a', {href: BASE + '/lib/cleanup/cases.html'}, english ? 'Find cases' : '案件查询'));
  const counts = start.cloneNode(false);
  counts.className = 'counts-action';
  counts.append(badge);
  start.before(counts, item);
  count();
}

async function count() {
  if (document.hidden || !badge.isConnected) {
    return;
  }
  const response = await fetch(BASE + '/api/cleanup/counts', {credentials: 'same-origin'}).catch(() => null);
  if (response && response.ok) {
    const counts = await response.json();
    badge.replaceChildren(...words(counts).map(part => element('span', {class: part.urgent ? 'label label-danger' : 'label label-default'}, part.text)));
    if (counts.auditor && !badge.parentElement.querySelector('a')) {
      badge.parentElement.append(element('a', {href: BASE + '/lib/cleanup/audit.html'}, english ? 'Audit log' : '审计日志'));
    }
    document.title = counts.open > 0 ? `(${counts.open}) ${name}` : name;
  }
}

new MutationObserver(link).observe(document.body, {childList: true, subtree: true});
setInterval(count, REFRESH);
// what is done, taken on or begun changes the numbers at once
window.addEventListener('hashchange', () => setTimeout(count, 1000));
link();
