// The lists that officials work by (工作台): what is to be done, what one did, what one began, what is to be read; late first. What is shown
// stands in the address, so that it can be linked to and the browser's way back works.

import {addressOf, API, call, Refused} from './api.js';
import {byId, casePage, day, element, moment, unbroken} from './page.js';
import {handleTogether} from './together.js';

/** @const {!Array<!WorkListKind>} */
const LISTS = [
  {list: 'to-do', label: '待办', count: 'open', none: '没有待办的事项。'},
  {list: 'to-read', label: '待阅', count: 'toRead', none: '没有待阅的案件。'},
  {list: 'begun', label: '我发起的', since: '立案时间', none: '您还没有发起过案件。'},
  {list: 'done', label: '已办', since: '立案时间', handled: true, none: '您还没有办理过案件。'}
];
const FILTERS = ['words', 'step', 'light'];

const content = byId('content');
const message = byId('message');
const form = byId('filter');
const parameters = new URLSearchParams(location.search);
const shown = /** @type {!WorkListKind} */ (LISTS.find(({list}) => list === parameters.get('list')) || LISTS[0]);

/** @return {!URLSearchParams} what is asked for of the list */
function asked() {
  return new URLSearchParams(FILTERS.filter(name => parameters.get(name)).map(name => [name, /** @type {string} */ (parameters.get(name))]));
}

/** @param {!ListedRow} row */
function due({lastDay, days, light}) {
  if (lastDay === null || days === null) {
    return null;
  }
  const left = days < 0 ? `逾期${-days}天` : days === 0 ? '今天到期' : `还有${days}天`;
  return element('span', {class: light === 'LATE' ? 'due-late' : null, title: `期限${day(lastDay)}（含当日）`},
    element('span', {class: `light ${light.toLowerCase()}`, 'aria-hidden': 'true'}), left);
}

/** id of the filter that Tasklist opens tasks from: without one it would put the first into the address, and close the task */
let filter = '';

/** @param {!ListedRow} row */
function titleOf(row) {
  return element('a', {href: row.taskId === null ? casePage(row.caseNumber)
    : addressOf(`app/tasklist/default/#/?${new URLSearchParams({filter, task: row.taskId})}`)}, unbroken(row.title));
}

async function findFilter() {
  const filters = await call(addressOf('api/engine/engine/default/filter?resourceType=Task&name=') + encodeURIComponent('全部待办'));
  filter = filters.length > 0 ? filters[0].id : '';
}

/** @const {!Array<!ListColumn>} */
const COLUMNS = [
  {label: '案号', class: 'number-cell', cell: row => row.caseNumber ? element('a', {href: casePage(row.caseNumber)}, row.caseNumber) : null},
  {label: '案件', cell: titleOf},
  {label: '机构', cell: row => row.office},
  {label: '环节', cell: row => row.step},
  {label: '现在办理', cell: row => row.holder},
  {label: shown.since || '到达时间', cell: row => moment(row.begunAt)},
  {label: '期限', class: 'due', cell: due},
  {label: '情况', class: 'marks', cell: row => row.marks.length === 0 ? null
    : element('span', {}, ...row.marks.map(mark => element('span', {class: 'mark'}, mark)))},
  ...(shown.handled ? [{label: '我的办理', cell: row => row.handled}] : [])
];

// ---- what is selected is decided together

/** @return {!Array<!HTMLInputElement>} */
function boxes() {
  return /** @type {!Array<!HTMLInputElement>} */ ([...content.querySelectorAll('tbody input[type=checkbox]')]);
}

const together = element('button', {type: 'button', disabled: true}, '批量办理');

function tellSelected() {
  const selected = boxes().filter(box => box.checked).length;
  together.textContent = selected > 0 ? `批量办理（${selected}件）` : '批量办理';
  together.disabled = selected === 0;
}

together.addEventListener('click', () => {
  together.disabled = true;
  handleTogether(boxes().filter(box => box.checked).map(box => box.value), () => location.reload())
    .catch(failure => { message.textContent = /** @type {!Error} */ (failure).message; }).finally(tellSelected);
});

/** @param {!ListedRow} row */
function select(row) {
  return element('input', {type: 'checkbox', value: row.taskId, 'aria-label': `选择${row.caseNumber}的“${row.step}”`});
}

function selectAll() {
  const all = /** @type {!HTMLInputElement} */ (element('input', {type: 'checkbox', 'aria-label': '全选'}));
  all.addEventListener('change', () => boxes().forEach(box => { box.checked = all.checked; }));
  return all;
}

content.addEventListener('change', tellSelected);

// ---- the table

/**
 * @param {!Array<!ListedRow>} rows
 * @return {!Element}
 */
function table(rows) {
  const ofTasks = rows.some(row => row.taskId !== null);
  return element('div', {class: 'scroll'}, ofTasks ? element('div', {class: 'actions'}, together) : null, element('table', {class: 'rows'},
    element('thead', {}, element('tr', {}, ofTasks ? element('th', {scope: 'col', class: 'select'}, selectAll()) : null, ...COLUMNS.map(column => element('th', {scope: 'col'}, column.label)))),
    element('tbody', {}, ...rows.map(row => element('tr', {'data-task': row.taskId, 'data-case': row.caseNumber},
      ofTasks ? element('td', {class: 'select'}, select(row)) : null,
      ...COLUMNS.map(column => element('td', {class: column.class, 'data-label': column.label}, column.cell(row))))))));
}

/** @param {!TaskCounts} counts */
function showLists(counts) {
  byId('lists').replaceChildren(...LISTS.map(({list, label, count}) => element('a',
    {href: `?list=${list}`, 'aria-current': list === shown.list ? 'page' : null}, count ? `${label}（${counts[count]}）` : label)));
}

/** @param {!WorkList} found */
function tell(found) {
  const filtered = [...asked()].length > 0;
  message.textContent = found.all === 0 ? shown.none
    : `${filtered ? `符合的有${found.rows.length}件，` : ''}共${found.all}件，其中逾期${found.late}件。${found.more ? '件数较多，只列出前1000件。' : ''}`;
}

async function show() {
  try {
    const [counts, found] = await Promise.all([call(`${API}/counts`), call(`${API}/lists/${shown.list}?${asked()}`), findFilter()]);
    showLists(/** @type {!TaskCounts} */ (counts));
    const list = /** @type {!WorkList} */ (found);
    form.elements.step.append(...list.steps.map(step => element('option', {value: step}, step)));
    FILTERS.forEach(name => { form.elements[name].value = parameters.get(name) || ''; });
    byId('export').setAttribute('href', `${API}/lists/${shown.list}/workbook?${asked()}`);
    tell(list);
    content.replaceChildren(...(list.rows.length > 0 ? [table(list.rows)] : []));
  } catch (failure) {
    content.replaceChildren();
    message.textContent = failure instanceof Refused ? failure.message : '页面出错，请刷新后重试；仍不成功的，请联系系统管理员。';
    if (!(failure instanceof Refused)) {
      throw failure;
    }
  }
  document.body.setAttribute('data-ready', 'true');
}

form.addEventListener('submit', event => {
  event.preventDefault();
  location.search = String(new URLSearchParams([['list', shown.list],
    ...FILTERS.map(name => [name, form.elements[name].value]).filter(([, value]) => value !== '')]));
});
document.title = `${shown.label} - 工作台`;
show();
