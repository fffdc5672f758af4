// The province's progress on Cockpit's dashboard: a row for each unit that reports, and its cases below it on demand. Cockpit's own plugin interface renders it; the
// application's resource says what this official may see.

import {API, call} from '../../../lib/cleanup/api.js';
import {casePage, element, moment} from '../../../lib/cleanup/page.js';

const BOARD = `${API}/board`;
const REFRESH = 60000;
// what may become of an office; the numbers stand beside the bar, so that nothing is said by colour alone
const PARTS = [['retained', '保留'], ['noMeasure', '无须撤并'], ['merged', '整合'], ['abolished', '已撤销'], ['toBeAbolished', '应予撤销'], ['pending', '尚未确定']];

function day(text) {
  const [year, month, date] = text.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function get(path) {
  return call(BOARD + path, {}, {500: '暂时无法取得进度，稍后自动重试。'});
}

/** @param {!Board} board */
function headline(board) {
  if (!board.campaign) {
    return '尚未启动清理规范工作；以下为登记册现状。';
  }
  const left = board.daysLeft > 0 ? `距报送期限还有${board.daysLeft}天` : board.daysLeft === 0 ? '今天是报送期限' : `报送期限已过${-board.daysLeft}天`;
  return `${board.campaign}：清理期限${day(board.cleanupDeadline)}，报送期限${day(board.reportDeadline)}，${left}。`;
}

/** @param {!UnitCounts} counts */
function bar(counts) {
  const words = PARTS.filter(([key]) => counts[key] > 0).map(([key, label]) => `${label}${counts[key]}个`).join('，') || '没有机构';
  return element('div', {class: 'progress-bar-of-unit', role: 'img', 'aria-label': words, title: words},
    ...PARTS.filter(([key]) => counts[key] > 0).map(([key]) => element('span', {class: `part-${key}`, style: `flex-grow: ${counts[key]}`})));
}

/**
 * @param {number} value
 * @param {boolean=} urgent whether any at all is too many
 */
function number(value, urgent) {
  return element('td', {class: 'number' + (urgent && value > 0 ? ' urgent' : '')}, String(value));
}

/** @param {!UnitCounts} counts */
function countsOf(counts) {
  return [...['before', ...PARTS.map(([key]) => key), 'established'].map(key => number(counts[key])), number(counts.late, true), number(counts.supervisions, true),
    element('td', {class: counts.unbalanced > 0 ? 'urgent' : ''}, counts.unbalanced > 0 ? `${counts.unbalanced}个不平` : '平衡')];
}

/** @param {!FoundCase} found */
function caseRow(found) {
  return element('tr', {},
    element('td', {}, element('a', {href: casePage(found.caseNumber)}, found.caseNumber)),
    element('td', {}, found.title), element('td', {}, found.procedure), element('td', {}, moment(found.openedAt)),
    element('td', {}, found.closedAt ? moment(found.closedAt) + '办结'
      : found.processInstanceId ? element('a', {href: `#/process-instance/${found.processInstanceId}/runtime`}, '在办') : '在办'));
}

function casesTable(cases) {
  return cases.length === 0 ? element('p', {}, '没有案件。') : element('table', {class: 'table table-condensed'},
    element('thead', {}, element('tr', {}, ...['案号', '案件', '程序', '立案时间', '状态'].map(heading => element('th', {scope: 'col'}, heading)))),
    element('tbody', {}, ...cases.map(caseRow)));
}

class ProgressBoard {

  constructor(node) {
    this.opened = new Set();
    this.status = element('p', {class: 'board-status', role: 'status'});
    this.content = element('div');
    node.append(element('section', {class: 'progress-board'}, element('h3', {}, '清理规范进度'), this.content, this.status));
    this.timer = setInterval(() => document.hidden || this.refresh(), REFRESH);
    this.refresh();
  }

  async refresh() {
    try {
      const board = /** @type {!Board} */ (await get(''));
      // what is opened stays open, with its cases as they are now
      const cases = new Map(await Promise.all([...this.opened].map(async code => [code, await get(`/${code}/cases`)])));
      this.content.replaceChildren(element('p', {class: 'board-headline'}, headline(board), ' ',
        element('a', {href: `${BOARD}/workbook`, download: true}, '导出Excel')), this.table(board, cases));
      this.status.textContent = `${moment(board.asOf)}更新，每分钟自动更新。`;
    } catch (failure) {
      this.status.textContent = failure.message;
    }
  }

  /**
   * @param {!Board} board
   * @param {!Map<string, !Array<!FoundCase>>} cases of the units that are opened
   */
  table(board, cases) {
    const counted = ['清理前', ...PARTS.map(([, label]) => label), '新设', '逾期事项', '督办'];
    const headings = ['单位', '进度', ...counted, '台账', '报告'];
    return element('table', {class: 'table board-table'},
      element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col', class: counted.includes(heading) ? 'number' : null},
        heading)))),
      element('tbody', {}, ...board.rows.flatMap(row => this.rowOf(row, cases.get(row.code), headings.length))),
      element('tfoot', {}, element('tr', {}, element('th', {scope: 'row'}, '合计'), element('td', {}, bar(board.total)), ...countsOf(board.total), element('td'))));
  }

  /**
   * @param {!BoardRow} row
   * @param {!Array<!FoundCase>|undefined} cases where they are shown
   * @param {number} columns
   */
  rowOf(row, cases, columns) {
    const open = element('button', {type: 'button', class: 'btn btn-link', 'aria-expanded': String(!!cases)}, row.name);
    open.addEventListener('click', () => {
      if (!this.opened.delete(row.code)) {
        this.opened.add(row.code);
      }
      this.refresh();
    });
    return [
      element('tr', {}, element('th', {scope: 'row'}, open), element('td', {}, bar(row.counts)), ...countsOf(row.counts),
        element('td', {class: row.reportLate ? 'urgent' : ''}, row.report + (row.reportLate ? '（逾期）' : ''))),
      cases ? element('tr', {class: 'unit-cases'}, element('td', {colspan: columns}, casesTable(cases))) : null
    ].filter(Boolean);
  }

  close() {
    clearInterval(this.timer);
  }
}

let board = null;

export default {
  id: 'cleanup.progress-board',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: node => {
    board = new ProgressBoard(node);
  },
  unmount: () => {
    board && board.close();
    board = null;
  }
};
