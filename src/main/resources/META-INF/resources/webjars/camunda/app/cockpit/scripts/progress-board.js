// The province's progress on Cockpit's dashboard, rendered by Cockpit's own plugin interface: on the first screen the figures, a map, the curve
// to the deadline and who is slowest, below it the table. Every figure names what it counts, every unit its cases. The application's resource
// says what this official may see, now and on any past day.

import {addressOf, API, call} from '../../../lib/cleanup/api.js';
import {casePage, clock, day, element, yuan} from '../../../lib/cleanup/page.js';
import {plan, plannedNow, receiving, share, slowest, sorted} from './board-counts.js';

const BOARD = `${API}/board`;
const HISTORY = addressOf('api/engine/engine/default/history/process-instance');
const ECHARTS = addressOf('../webjars/echarts/dist/echarts.esm.min.js');
const REFRESH = 60000;
const MOST_SLOW = 12;
/** how dark a tile is: one step for each so many percent */
const STEP = 25;
// what may become of an office; the numbers stand beside the bar, so that nothing is said by colour alone
const PARTS = [['retained', '保留'], ['noMeasure', '无须撤并'], ['merged', '整合'], ['abolished', '已撤销'], ['toBeAbolished', '应予撤销'], ['pending', '尚未确定']];
const BIG = [['before', '清理前'], ...PARTS.slice(0, 4), ['unfinished', '未办结'], ['late', '逾期事项'], ['supervisions', '督办']];
const COLUMNS = [['before', '清理前'], ...PARTS, ['established', '新设'], ['late', '逾期事项'], ['supervisions', '督办'], ['unbalanced', '台账不平']];
const LATE = 'late';
const REGIME = [['appraisal', '年度考核'], ['disclosure', '接待公开'], ['parting', '实体脱钩'], ['rotation', '轮换']];
/** of the chart of receptions, in pixels */
const LINE_HEIGHT = 30;
const CHART_MARGIN = 70;

function get(path) {
  return call(BOARD + path, {}, {500: '暂时无法取得进度，稍后自动重试。'});
}

/** @param {!Object<string, ?string>} parameters those that are null are left out */
function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

/** @param {!Board} board */
function headline(board) {
  if (!board.campaign) {
    return '尚未启动清理规范工作；以下为登记册状况。';
  }
  const left = board.daysLeft > 0 ? `距报送期限还有${board.daysLeft}天` : board.daysLeft === 0 ? '当天是报送期限' : `报送期限已过${-board.daysLeft}天`;
  return `${board.campaign}：清理期限${day(board.cleanupDeadline)}，报送期限${day(board.reportDeadline)}，${left}。`;
}

/** @param {!UnitCounts} counts */
function bar(counts) {
  const shown = PARTS.filter(([key]) => counts[key] > 0);
  const words = shown.map(([key, label]) => `${label}${counts[key]}个`).join('，') || '没有机构';
  return element('div', {class: 'progress-bar-of-unit', role: 'img', 'aria-label': words, title: words}, ...shown.map(([key]) => {
    const part = element('span', {class: `part-${key}`});
    part.style.flexGrow = String(counts[key]);
    return part;
  }));
}

/** @param {!UnitCounts} counts */
function percent(counts) {
  const settled = share(counts);
  return settled === null ? '无机构' : `${settled}%`;
}

/** @param {!BoardRow} row */
function inWords({name, counts}) {
  return `${name}：${counts.before === 0 ? '没有机构' : `清理前${counts.before}个，已完成${counts.before - counts.unfinished}个`}，逾期${counts.late}件`;
}

// ---- lists of what is behind a figure or a unit, in a dialog

/**
 * @param {string} title
 * @param {!Array<string>} headings
 * @param {!Array<!Array<?>>} rows
 */
function list(title, headings, rows) {
  const close = element('button', {type: 'button', class: 'btn btn-default'}, '关闭');
  const dialog = element('dialog', {class: 'cleanup-dialog board-list', 'aria-labelledby': 'board-list-title'},
    element('h2', {id: 'board-list-title'}, title),
    rows.length === 0 ? element('p', {}, '没有。') : element('div', {class: 'board-scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'board-list-title'},
      element('table', {class: 'table table-condensed'},
        element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col'}, heading)))),
        element('tbody', {}, ...rows.map(cells => element('tr', {}, ...cells.map(cell => element('td', {}, cell))))))),
    element('p', {}, close));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {?string} number */
function caseLink(number) {
  return number ? element('a', {href: casePage(number)}, number) : null;
}

/**
 * @param {?string} lastDay
 * @param {boolean} late
 */
function due(lastDay, late) {
  return lastDay ? element('span', {class: late ? 'urgent' : null}, day(lastDay) + (late ? '（逾期）' : '')) : null;
}

/** @param {!CountedItem} item */
function itemCells(item) {
  return [item.unit, item.office ? `${item.office}（${item.registerNumber}）` : null, item.status, caseLink(item.caseNumber), item.title, item.step, item.holder,
    due(item.lastDay, item.late)];
}

/** @param {!ListedRow} row */
function caseCells(row) {
  return [caseLink(row.caseNumber), row.title, row.office, row.step, row.holder, due(row.lastDay, row.light === 'LATE')];
}

class ProgressBoard {

  constructor(node) {
    /** the past day that is looked at; blank for now */
    this.day = '';
    /** @type {?Board} what is shown; null while nothing is */
    this.board = null;
    /** @type {?RegimeBoard} */
    this.regime = null;
    this.sort = '';
    this.descending = true;
    this.status = element('p', {class: 'board-status', role: 'status'});
    this.content = element('div');
    this.chosen = /** @type {!HTMLInputElement} */ (element('input', {type: 'date', id: 'board-day'}));
    this.chosen.addEventListener('change', () => this.look(this.chosen.value));
    const now = element('button', {type: 'button', class: 'btn btn-default btn-xs'}, '现在');
    now.addEventListener('click', () => this.look(''));
    this.download = element('a', {download: true}, '导出Excel');
    this.headline = element('p', {class: 'board-headline'});
    node.append(element('section', {class: 'progress-board'}, element('div', {class: 'board-head'}, element('h2', {}, '清理规范进度'), this.headline,
      element('span', {class: 'board-day'}, element('label', {for: 'board-day'}, '看某一天结束时'), this.chosen, now), this.download), this.status, this.content));
    /** @type {!Array<!EChart>} */
    this.charts = [];
    this.resized = () => this.charts.forEach(chart => chart.resize());
    window.addEventListener('resize', this.resized);
    this.timer = setInterval(() => document.hidden || this.day !== '' || this.refresh(), REFRESH);
    this.refresh();
  }

  /** @param {string} chosen a past day; blank for now */
  look(chosen) {
    this.day = chosen;
    this.chosen.value = chosen;
    this.refresh();
  }

  async refresh() {
    try {
      const [board, regime] = await Promise.all([get(query({day: this.day})), get('/regime')]);
      this.regime = /** @type {!RegimeBoard} */ (regime);
      this.show(/** @type {!Board} */ (board));
    } catch (failure) {
      this.status.textContent = failure.message;
    }
  }

  /** @param {!Board} board */
  show(board) {
    this.board = board;
    tellWatching(board);
    this.headline.textContent = headline(board);
    this.download.href = `${BOARD}/workbook${query({day: this.day})}`;
    this.chosen.min = board.firstDay || '';
    this.status.textContent = board.day ? `${day(board.day)}结束时的数字；环节、办理单位和期限是现在的。` : `${clock(board.asOf)}的数字，每分钟自动更新。`;
    const focused = document.activeElement && document.activeElement.getAttribute('data-key');
    const curve = element('div', {class: 'board-curve', 'aria-hidden': 'true'});
    const money = element('div', {class: 'board-money', 'aria-hidden': 'true'});
    // who sees one unit alone compares none
    const several = board.rows.length > 1;
    this.content.replaceChildren(element('div', {class: several ? 'board-overview' : 'board-overview of-one'}, this.big(board),
      several ? this.map(board) : null, this.curve(board, curve), several ? this.slow(board) : null), this.legend(), this.table(board), ...this.regimeParts(/** @type {!RegimeBoard} */ (this.regime), money));
    const again = focused && this.content.querySelector(`[data-key="${focused}"]`);
    if (again) {
      again.focus();
    }
    this.draw(board, curve, money);
  }

  /**
   * @param {string} key of what it does, by which it is found again after a refresh
   * @param {!Object<string, ?>} attributes
   * @param {function(): !Promise} act
   * @param {...?} children
   */
  button(key, attributes, act, ...children) {
    const button = element('button', {type: 'button', 'data-key': key, ...attributes}, ...children);
    button.addEventListener('click', () => act().catch(failure => { this.status.textContent = /** @type {!Error} */ (failure).message; }));
    return button;
  }

  /**
   * @param {string} key of the figure
   * @param {string} label
   * @param {?BoardRow} row of the unit; null for all
   */
  async nameCounted(key, label, row) {
    const figure = key.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
    const items = /** @type {!Array<!CountedItem>} */ (await get(`/figures/${figure}${query({day: this.day, unit: row && row.code})}`));
    const when = this.day ? `（${day(this.day)}结束时）` : '';
    list(`${row ? row.name : '全部单位'}：${label}${items.length}${key === LATE || key === 'supervisions' ? '件' : '个'}${when}`,
      ['单位', '机构', '情况', '案号', '案件', '环节', '办理', '期限'], items.map(itemCells));
  }

  /** @param {!BoardRow} row */
  async nameCases({code, name}) {
    const rows = /** @type {!Array<!ListedRow>} */ (await get(`/${code}/cases`));
    list(`${name}的案件（${rows.length}件，现在的情况）`, ['案号', '案件', '机构', '环节', '办理', '期限'], rows.map(caseCells));
  }

  /** @param {!Board} board */
  big({total}) {
    return element('ul', {class: 'board-big', 'aria-label': '总数'}, ...BIG.map(([key, label]) => element('li', {},
      this.button(`big-${key}`, {class: key === LATE && total[key] > 0 ? 'urgent' : null, title: '看是哪些'}, () => this.nameCounted(key, label, null),
        element('span', {class: 'board-number'}, String(total[key])), element('span', {}, label)))));
  }

  /** @param {!Board} board */
  map({rows}) {
    return element('figure', {class: 'board-map'}, element('figcaption', {}, '各地完成比例：颜色越深完成越多，红字为逾期件数，虚框为不在图上的单位；点开看案件'),
      element('ul', {}, ...rows.map(row => this.tile(row))));
  }

  /** @param {!BoardRow} row */
  tile(row) {
    const settled = share(row.counts);
    const tile = element('li', {}, this.button(`tile-${row.code}`, {class: settled === null ? 'tile' : `tile tile-${Math.floor(settled / STEP)}`,
      title: inWords(row)}, () => this.nameCases(row), element('span', {}, row.shortName), element('span', {}, percent(row.counts)),
    row.counts.late > 0 ? element('span', {class: 'tile-late'}, String(row.counts.late)) : null));
    if (row.column > 0) {
      tile.style.gridColumn = String(row.column);
      tile.style.gridRow = String(row.line);
    } else {
      tile.classList.add('tile-elsewhere');
    }
    return tile;
  }

  /**
   * @param {!Board} board
   * @param {!Element} canvas
   */
  curve(board, canvas) {
    if (board.course.length === 0) {
      return element('figure', {}, element('figcaption', {}, '清理规范工作启动后，这里显示完成进度。'));
    }
    const last = board.course[board.course.length - 1];
    const behind = plannedNow(board) - last.settled;
    return element('figure', {}, element('figcaption', {}, `截至${day(last.day)}：按计划应完成${plannedNow(board)}个，实际完成${last.settled}个，`
      + `${behind > 0 ? `落后${behind}个` : behind < 0 ? `超前${-behind}个` : '与计划持平'}。`,
    this.button('curve', {class: 'btn btn-link'}, async () => list('每天结束时完成多少', ['日期', '清理前机构', '已完成'],
      board.course.map(({day: date, before, settled}) => [day(date), String(before), String(settled)])), '数据表')), canvas);
  }

  /**
   * @param {!Board} board
   * @param {!Element} curve
   * @param {!HTMLElement} money
   */
  async draw(board, curve, money) {
    const echarts = /** @type {!ECharts} */ (await import(ECHARTS));
    // what was refreshed meanwhile is drawn by that
    if (board !== this.board) {
      return;
    }
    this.charts.forEach(chart => chart.dispose());
    this.charts = [];
    if (curve.isConnected) {
      this.drawCurve(echarts, board, curve);
    }
    if (money.isConnected) {
      this.drawMoney(echarts, receiving(/** @type {!RegimeBoard} */ (this.regime).rows), money);
    }
  }

  /**
   * @param {!ECharts} echarts
   * @param {!Board} board
   * @param {!Element} canvas
   */
  drawCurve(echarts, board, canvas) {
    const line = (name, colour, data, type) => ({name, type: 'line', data, showSymbol: data.length === 1, symbolSize: 10, color: colour, step: type === 'solid' ? 'end' : false,
      lineStyle: {type, width: 3}});
    const chart = echarts.init(canvas);
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: getComputedStyle(canvas).fontFamily},
      grid: {left: 40, right: 24, top: 34, bottom: 28},
      legend: {top: 0, textStyle: {fontSize: 14}},
      xAxis: {type: 'time', splitNumber: 4, axisLabel: {formatter: '{M}月{d}日', hideOverlap: true, fontSize: 13, color: '#333'}},
      yAxis: {type: 'value', minInterval: 1, axisLabel: {fontSize: 13, color: '#333'}},
      series: [line('计划完成', '#767676', plan(board).map(({day: date, planned}) => [date, planned]), 'dashed'),
        line('实际完成', '#0b4f8a', board.course.map(({day: date, settled}) => [date, settled]), 'solid')]
    });
    this.charts.push(chart);
    canvas.setAttribute('data-drawn', 'true');
  }

  /**
   * @param {!ECharts} echarts
   * @param {!Array<!RegimeRow>} rows
   * @param {!HTMLElement} canvas
   */
  drawMoney(echarts, rows, canvas) {
    canvas.style.height = `${rows.length * LINE_HEIGHT + CHART_MARGIN}px`;
    const chart = echarts.init(canvas);
    const bars = (name, color, data) => ({name, type: 'bar', color, data, barGap: 0});
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: getComputedStyle(canvas).fontFamily},
      grid: {left: 300, right: 40, top: 34, bottom: 28},
      legend: {top: 0, textStyle: {fontSize: 14}},
      xAxis: {type: 'value', axisLabel: {fontSize: 13, color: '#333'}},
      yAxis: {type: 'category', inverse: true, data: rows.map(({office}) => office), axisLabel: {fontSize: 13, color: '#333', width: 280, overflow: 'truncate'}},
      series: [bars('预算（元）', '#9aa5b1', rows.map(({budget}) => budget ?? 0)), bars('已支出（元）', '#0b4f8a', rows.map(({paid}) => paid))]
    });
    this.charts.push(chart);
    canvas.setAttribute('data-drawn', 'true');
  }

  /**
   * How the offices that stay are regulated, of now whatever day is looked at.
   *
   * @param {!RegimeBoard} regime
   * @param {!Element} money where the chart is drawn
   */
  regimeParts(regime, money) {
    const heading = element('h3', {id: 'board-regime'}, '保留机构的管理');
    const told = element('p', {class: 'board-note'}, `${clock(regime.asOf)}的情况${this.day ? '，不随所选的日期变化' : ''}；红字为逾期或者考核不合格。`);
    if (regime.rows.length === 0) {
      return [heading, element('p', {}, '没有保留的办事机构。')];
    }
    const shown = receiving(regime.rows);
    return [heading, told,
      element('div', {class: 'board-scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'board-regime'}, this.regimeTable(regime)),
      element('h3', {id: 'board-money'}, `${regime.year}年公务接待：预算和支出`),
      shown.length === 0 ? element('p', {}, '还没有登记预算，也没有支出。')
        : element('div', {class: 'board-scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'board-money'}, money),
      shown.length === 0 ? null : element('p', {class: 'board-note'}, '图中只列已登记预算或者有支出的机构，数字与上表相同。')].filter(part => part !== null);
  }

  /** @param {!RegimeBoard} regime */
  regimeTable({year, rows}) {
    const headings = ['办事机构', '单位', '逾期事项', ...REGIME.map(([, label]) => label), `${year}年接待预算（元）`, '已支出（元）'];
    return element('table', {class: 'table board-table board-regime'},
      element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col'}, heading)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, element('th', {scope: 'row'}, `${row.office}（${row.registerNumber}）`), element('td', {}, row.unit),
        element('td', {class: row.late > 0 ? 'number urgent' : 'number'}, String(row.late)),
        ...REGIME.map(([key]) => element('td', {class: row[key].urgent ? 'urgent' : null}, row[key].told || '—')),
        element('td', {class: 'number'}, row.budget === null ? '未登记' : yuan(row.budget)),
        element('td', {class: row.paid > (row.budget ?? 0) ? 'number urgent' : 'number'}, yuan(row.paid))))));
  }

  /** @param {!Board} board */
  slow({rows}) {
    const slow = slowest(rows).slice(0, MOST_SLOW);
    return element('figure', {class: 'board-slow'}, element('figcaption', {}, '最慢的单位：先看逾期，再看完成比例'),
      slow.length === 0 ? element('p', {}, '没有未办结的机构，也没有逾期事项。') : element('ol', {}, ...slow.map(row => element('li', {},
        this.button(`slow-${row.code}`, {class: 'btn btn-link'}, () => this.nameCases(row), row.shortName),
        element('span', {}, percent(row.counts)), bar(row.counts),
        element('span', {class: row.counts.late > 0 ? 'urgent' : null}, `逾期${row.counts.late}件`)))));
  }

  legend() {
    return element('ul', {class: 'board-legend', 'aria-label': '图例'}, ...PARTS.map(([key, label]) => element('li', {},
      element('span', {class: `swatch part-${key}`}), label)), element('li', {class: 'urgent'}, '红色：逾期'));
  }

  /** @param {!Board} board */
  table(board) {
    const headings = [['name', '单位'], ['share', '完成'], ...COLUMNS];
    return element('table', {class: 'table board-table board-units'},
      element('thead', {}, element('tr', {}, ...headings.map(([key, label]) => element('th', {scope: 'col', class: key === 'name' ? null : 'number',
        'aria-sort': this.sort !== key ? null : this.descending ? 'descending' : 'ascending'},
      this.button(`sort-${key}`, {class: 'btn btn-link', title: '按此列排序'}, async () => this.sortBy(key),
        `${label}${this.sort !== key ? '' : this.descending ? '▼' : '▲'}`))), element('th', {scope: 'col'}, '报告'))),
      element('tbody', {class: 'board-total'}, this.row(board.total, null)),
      element('tbody', {}, ...sorted(board.rows, this.sort, this.descending).map(row => this.row(row.counts, row))));
  }

  /** @param {string} key */
  sortBy(key) {
    this.descending = this.sort === key ? !this.descending : key !== 'name' && key !== 'share';
    this.sort = key;
    this.show(/** @type {!Board} */ (this.board));
  }

  /**
   * @param {!UnitCounts} counts
   * @param {?BoardRow} row null for the total
   */
  row(counts, row) {
    return element('tr', {},
      element('th', {scope: 'row'}, row ? this.button(`row-${row.code}`, {class: 'btn btn-link'}, () => this.nameCases(/** @type {!BoardRow} */ (row)), row.name) : '合计'),
      element('td', {class: 'number'}, percent(counts), bar(counts)),
      ...COLUMNS.map(([key, label]) => this.number(counts[key], key, label, row)),
      element('td', {class: row && row.reportLate ? 'urgent' : null}, row ? row.report + (row.reportLate ? '（逾期）' : '') : null));
  }

  /**
   * @param {?number} value null where it is not known
   * @param {string} key
   * @param {string} label
   * @param {?BoardRow} row null for the total
   */
  number(value, key, label, row) {
    return element('td', {class: 'number'}, value === null ? '—' : value === 0 ? '0'
      : this.button(`${key}-${row ? row.code : 'total'}`, {class: `btn btn-link${key === LATE ? ' urgent' : ''}`,
        'aria-label': `${row ? row.name : '合计'}${label}${value}，看是哪些`}, () => this.nameCounted(key, label, row), String(value)));
  }

  close() {
    clearInterval(this.timer);
    window.removeEventListener('resize', this.resized);
    this.charts.forEach(chart => chart.dispose());
  }
}

/**
 * Who sees units on the board watches the cleanup and does not run the engine: what Cockpit has for those who do is hidden from them.
 *
 * @param {!Board} board
 */
function tellWatching({rows}) {
  document.body.classList.toggle('watching', rows.length > 0);
}

/**
 * @param {string} instance
 * @return {!Promise<?string>} number of its case; null where this official may not know
 */
async function caseOf(instance) {
  try {
    return (/** @type {{businessKey: ?string}} */ (await call(`${HISTORY}/${instance}`))).businessKey;
  } catch (refused) {
    return null;
  }
}

/** Where Cockpit is entered by the address of another page: who watches is led to the case's own page, or to the board. */
async function leadWhoWatches() {
  const asked = location.hash;
  if (/^(#\/?)?$|^#\/(dashboard|login)/.test(asked)) {
    return;
  }
  const found = /** @type {?Board} */ (await get('').catch(() => null));
  if (found === null) {
    return;
  }
  tellWatching(found);
  if (found.rows.length > 0) {
    const [, instance] = /^#\/process-instance\/([\w-]+)/.exec(asked) || [];
    const number = instance ? await caseOf(instance) : null;
    location.replace(number ? casePage(number) : '#/dashboard');
  }
}

window.addEventListener('hashchange', leadWhoWatches);
leadWhoWatches();

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
