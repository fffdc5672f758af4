// What the board makes of its counts. Nothing here needs a page.

/**
 * @param {!UnitCounts} counts
 * @return {?number} how much of what there was before is settled, in whole percent; never 100 while something is left; null without offices
 */
export function share(counts) {
  return counts.before === 0 ? null : Math.floor((counts.before - counts.unfinished) * 100 / counts.before);
}

/**
 * @param {!Array<!BoardRow>} rows
 * @return {!Array<!BoardRow>} those that are behind, the slowest first: by what is late, then by the share that is settled, then by what is left
 */
export function slowest(rows) {
  return rows.filter(({counts}) => counts.late > 0 || counts.unfinished > 0).sort((one, other) => other.counts.late - one.counts.late
    || (share(one.counts) ?? 100) - (share(other.counts) ?? 100) || other.counts.unfinished - one.counts.unfinished);
}

/**
 * @param {!Array<!BoardRow>} rows in the order in which they report
 * @param {string} key of a count, or `share` or `name`; blank for their own order
 * @param {boolean} descending
 * @return {!Array<!BoardRow>}
 */
export function sorted(rows, key, descending) {
  if (key === '') {
    return rows;
  }
  const value = row => key === 'name' ? row.name : key === 'share' ? share(row.counts) ?? -1 : row.counts[key] ?? -1;
  const order = key === 'name' ? (one, other) => value(one).localeCompare(value(other), 'zh-CN') : (one, other) => value(one) - value(other);
  return [...rows].sort((one, other) => descending ? order(other, one) : order(one, other));
}

/**
 * @param {!Board} board of a campaign
 * @return {!Array<{day: string, planned: number}>} the plan: from what was settled when it began straight to everything on the last day of the cleanup
 */
export function plan({course, cleanupDeadline, total}) {
  const [{day, settled}] = course;
  return day < cleanupDeadline ? [{day, planned: settled}, {day: cleanupDeadline, planned: total.before}] : [{day, planned: total.before}];
}

/**
 * @param {!Board} board of a campaign
 * @return {number} how many are to be settled by the plan on the day that it tells of
 */
export function plannedNow(board) {
  const [first, last] = plan(board);
  const days = (from, to) => (Date.parse(to) - Date.parse(from)) / 86400000;
  const day = board.course[board.course.length - 1].day;
  return !last || day >= last.day ? board.total.before
    : Math.floor(first.planned + (last.planned - first.planned) * days(first.day, day) / days(first.day, last.day));
}

/**
 * @param {!Array<!RegimeRow>} rows
 * @return {!Array<!RegimeRow>} those of whose receptions there is anything to draw
 */
export function receiving(rows) {
  return rows.filter(({budget, paid}) => budget !== null || paid > 0);
}
