// How forms read the answers that are filled in. Nothing here needs a page.

/** The server would hang up on a larger one before it can say why. */
const MOST_MEGABYTES = 20;

/**
 * @param {{name: string, size: number}} file that is to be sent; its size in bytes
 * @return {?string} why it cannot be; null where it can
 */
export function tooLarge(file) {
  return file.size > MOST_MEGABYTES * 1024 * 1024 ? `文件“${file.name}”超过${MOST_MEGABYTES}MB，请压缩或者拆分后重新上传。` : null;
}

/**
 * @param {string} condition `field=value` or `field=one|other`; the server reads the same condition
 * @param {function(string): ?string} answerTo what is filled in now; null for a field that the form has not
 * @return {boolean} whether it is so
 */
export function isMet(condition, answerTo) {
  const [field, values] = condition.split('=');
  const answer = answerTo(field);
  return answer !== null && values.split('|').includes(answer);
}

/**
 * Rows that the server names stay its own, and only what was typed into them comes back.
 *
 * @param {!Array<!Object<string, ?>>} rows as the server gives them
 * @param {!Array<!Object<string, string>>} typed as they were kept
 * @param {string} key field by which rows are told apart
 * @return {!Array<!Object<string, ?>>}
 */
export function typedInto(rows, typed, key) {
  return rows.map(row => ({...row, ...typed.find(kept => kept[key] === String(row[key]))}));
}
