// The audit log (审计日志), which audit administrators alone may read.

import {request} from './api.js';
import {element, moment} from './page.js';

const message = document.getElementById('message');
const form = document.getElementById('search');

async function show() {
  const parameters = new URLSearchParams(location.search);
  [...parameters].filter(([name]) => form.elements[name]).forEach(([name, value]) => { form.elements[name].value = value; });
  try {
    const response = await request('../../api/cleanup/audit?' + new URLSearchParams([...parameters].filter(([, value]) => value)), {},
      {401: '您尚未登录或者登录已失效，请先在“待办事项”登录，再打开本页。', 403: '只有审计管理员可以查看审计日志。'});
    const page = await response.json();
    message.textContent = page.fault === null ? '日志完整，没有改动。' : `日志第${page.fault}条与当时的记录不符或者缺失，请追查。`;
    message.className = page.fault === null ? '' : 'late';
    document.getElementById('content').replaceChildren(element('div', {class: 'scroll'}, element('table', {},
      element('thead', {}, element('tr', {}, ...['序号', '时间', '用户', '事项', '对象', '内容'].map(heading => element('th', {scope: 'col'}, heading)))),
      element('tbody', {}, ...page.lines.map(line => element('tr', {}, element('td', {class: 'number'}, String(line.number)), element('td', {}, moment(line.notedAt)),
        element('td', {}, line.userId), element('td', {}, line.kind), element('td', {}, line.subject), element('td', {}, line.details || '')))))));
  } catch (refused) {
    message.textContent = refused.message;
  }
  document.body.dataset.ready = 'true';
}

show();
