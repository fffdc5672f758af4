// First passwords, which are shown once: to be printed, or taken along as a file, and handed to each in person.

import {element} from './page.js';

/**
 * @param {!Array<!FirstPassword>} passwords
 * @return {string} a file that Excel opens: with a byte order mark
 */
export function asCsv(passwords) {
  const line = cells => cells.map(cell => `"${cell.replace(/"/g, '""')}"`).join(',');
  return '\uFEFF' + [['账号', '姓名', '初始密码'], ...passwords.map(({account, name, password}) => [account, name, password])].map(line).join('\r\n');
}

/**
 * @param {?} place where they are shown until the page is left
 * @param {!Array<!FirstPassword>} passwords
 */
export function showOnce(place, passwords) {
  const file = element('a', {class: 'button', download: '初始密码.csv', href: URL.createObjectURL(new Blob([asCsv(passwords)], {type: 'text/csv'}))},
    '下载（.csv）');
  const print = element('button', {type: 'button'}, '打印');
  print.addEventListener('click', () => window.print());
  place.replaceChildren(element('h2', {}, '初始密码（只显示这一次）'),
    element('p', {}, '请当面交给本人，提醒其首次登录后立即修改密码（右上角姓名—个人资料—修改密码）。离开本页后不再显示，遗失的只能重置。'),
    element('table', {}, element('thead', {}, element('tr', {}, ...['账号', '姓名', '初始密码'].map(heading => element('th', {scope: 'col'}, heading)))),
      element('tbody', {}, ...passwords.map(({account, name, password}) => element('tr', {}, element('td', {}, account), element('td', {}, name),
        element('td', {}, element('code', {}, password)))))),
    element('p', {class: 'actions'}, file, print));
}
