// The audit log (审计日志), which audit administrators alone may read.

import {API, call} from './api.js';
import {byId, element, exactMoment} from './page.js';

const AUDIT = `${API}/audit`;
const FILTERS = ['person', 'kind', 'caseNumber', 'from', 'until'];

const message = byId('message');
const checked = byId('checked');
const check = byId('check');
const form = byId('search');
const parameters = new URLSearchParams([...new URLSearchParams(location.search)].filter(([, value]) => value));
const asked = new URLSearchParams([...parameters].filter(([name]) => FILTERS.includes(name)));

function named(id, name) {
  return name ? `${name}（${id}）` : id;
}

function get(path) {
  return call(AUDIT + path, {}, {403: '只有审计管理员可以查看审计日志。', 400: '查询条件不正确，请检查日期等条件后再查询。'});
}

/** @param {!LogLine} line */
function row(line) {
  return element('tr', {}, element('td', {class: 'number'}, String(line.number)), element('td', {}, exactMoment(line.notedAt)), element('td', {}, named(line.userId, line.userName)),
    element('td', {}, line.source || ''), element('td', {}, line.kind), element('td', {}, line.caseNumber || ''), element('td', {}, named(line.subject, line.subjectName)),
    element('td', {}, line.details || ''));
}

function table(lines) {
  return element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': '查询结果'}, element('table', {class: 'log'},
    element('thead', {}, element('tr', {}, ...['序号', '时间', '用户', '来源地址', '事项', '案号', '对象', '内容'].map(heading => element('th', {scope: 'col'}, heading)))),
    element('tbody', {}, ...lines.map(row))));
}

function page(label, changes) {
  const target = new URLSearchParams(asked);
  Object.entries(changes).forEach(([name, value]) => target.set(name, value));
  return element('a', {href: `audit.html?${target}`}, label);
}

async function show() {
  try {
    const kinds = await get('/kinds');
    form.elements.kind.append(...kinds.map(kind => element('option', {value: kind.value}, kind.label)));
    [...asked].forEach(([name, value]) => { form.elements[name].value = value; });
    const found = await get(`?${parameters}`);
    const lines = found.lines;
    message.textContent = lines.length === 0 ? '没有符合条件的记录。请放宽条件，或者检查案号、日期后再查询。'
      : `本页${lines.length}条，新的在前${found.next === null ? '；没有更早的记录' : '；还有更早的记录，见下方“下一页”'}。`;
    byId('content').replaceChildren(...(lines.length === 0 ? [] : [table(lines)]));
    byId('pages').replaceChildren(...(parameters.has('before') ? [page('回到最新', {})] : []),
      ...(found.next === null ? [] : [page('下一页（更早的）', {before: found.next})]));
    const download = byId('export');
    download.href = `${AUDIT}/workbook?${asked}`;
    download.hidden = false;
    check.hidden = false;
  } catch (failure) {
    message.textContent = failure.message;
  }
  document.body.setAttribute('data-ready', 'true');
}

check.addEventListener('click', async () => {
  check.disabled = true;
  checked.className = '';
  try {
    let part = {checked: 0, fault: null, done: false};
    while (!part.done) {
      checked.textContent = `正在核对，已核对${part.checked}条……`;
      part = await get(`/check?after=${part.checked}`);
    }
    checked.textContent = part.fault === null ? `日志完整，没有改动（共${part.checked}条）。` : `日志第${part.fault}条与当时的记录不符或者缺失，请追查。`;
    checked.className = part.fault === null ? '' : 'late';
  } catch (failure) {
    checked.textContent = failure.message;
  }
  check.disabled = false;
});

show();
