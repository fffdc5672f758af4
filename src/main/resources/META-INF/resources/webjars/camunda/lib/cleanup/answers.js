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
 * @param {string} condition `field=value`, `field=one|other` or `field=*` for any answer; the server reads the same condition
 * @param {function(string): ?string} answerTo what is filled in now; null for a field that the form has not
 * @return {boolean} whether it is so
 */
export function isMet(condition, answerTo) {
  const [field, values] = condition.split('=');
  const answer = answerTo(field);
  return answer !== null && (values === '*' ? answer.trim() !== '' : values.split('|').includes(answer));
}

/**
 * @param {?string} decision as the form words it: 同意上报
 * @param {?string} words opinion: 同意。
 * @return {string} what was decided and said, each thing once: an opinion that only says the decision again, or begins with it, stands for both
 */
export function said(decision, words) {
  const plain = text => text.replace(/[\s。！!.]+$/u, '');
  if (decision && words && (plain(words).startsWith(decision) || decision.startsWith(plain(words)))) {
    return plain(words).length > decision.length ? words : decision;
  }
  return [decision, words].filter(Boolean).join('：');
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

// ---- what is wrong with an answer, in the words of the server (FormField, FormList, DemandedDocument)

/**
 * @param {string} what label of the date, with the place of its row before it where it stands in a table
 * @param {string} day as it is filled in; blank where it is not
 * @param {!Array<!DayBound>} bounds that it may not lie beyond
 * @param {string} today by the server's clock
 * @param {function(string): ?string} answerTo what is filled in or shown under a name; null or blank where nothing
 * @return {string} blank where nothing is wrong
 */
export function dayFault(what, day, bounds, today, answerTo) {
  return bounds.filter(({earliest, other}) => {
    const bound = other === 'today' ? today : answerTo(other);
    return day && bound && (earliest ? day < bound : day > bound);
  }).map(({earliest, other, otherLabel}) =>
    `${what}不能${earliest ? '早于' : '晚于'}${other === 'today' ? '今天' : `“${otherLabel}”`}，请改正。`)[0] || '';
}

/**
 * @param {string} table its caption
 * @param {number} row from 0
 * @param {string} label of the column
 * @return {string} what an input of a table is called in sentences
 */
export function inRow(table, row, label) {
  return `“${table}”第${row + 1}行“${label}”`;
}

/**
 * @param {string} value
 * @return {string} it as the server compares it: blanks, dots within names, width and capitals make no other
 */
function asCompared(value) {
  return value.normalize('NFKC').replace(/[\s\u00A0\u00B7\u200B-\u200D\u2022\u2027\u3000\u30FB\uFEFF.,'`*_]/g, '').toLowerCase();
}

/**
 * @param {string} table its caption
 * @param {string} label of a column whose values differ
 * @param {!Array<string>} values of its rows
 * @return {!Array<string>} for each row what is wrong with it; blank where nothing is
 */
export function repetitions(table, label, values) {
  const first = new Map();
  return values.map(asCompared).map((value, row) => {
    if (value && first.has(value)) {
      return `${inRow(table, row, label)}与第${first.get(value) + 1}行相同，请合并或者改正。`;
    }
    first.set(value, row);
    return '';
  });
}

/**
 * @param {string} demands `KIND,OTHER:field=value|value`
 * @param {function(string): ?string} answerTo what is filled in
 * @return {!Array<string>} kinds of documents that are demanded now
 */
export function demandedKinds(demands, answerTo) {
  return demands.split(',').map(demand => demand.split(':'))
    .filter(([, condition]) => !condition || isMet(condition, answerTo)).map(([kind]) => kind);
}

/**
 * @param {string} fileName
 * @param {!Array<{value: string, label: string}>} kinds of documents
 * @return {string} the kind that the name tells: 请示.pdf; blank where it tells none
 */
export function kindByName(fileName, kinds) {
  return kinds.filter(kind => fileName.includes(kind.label)).sort((one, other) => other.label.length - one.label.length).map(kind => kind.value)[0] || '';
}

/** @const {!Object<string, string>} by the kind of input */
const MISSING = {'select-one': '不能为空，请选择。', 'file': '不能为空，请选择文件。', 'checkbox': '必须勾选确认。'};

/**
 * @param {string} what the field is called
 * @param {{type: string, validity: !ValidityState, min: string, max: string, step: string, title: string}} input that HTML's own attributes refuse
 * @return {string} what is wrong with it
 */
export function refusedAnswer(what, {type, validity, min, max, step, title}) {
  if (validity.badInput) {
    return what + (type === 'date' ? '应填写日期，例如2015-10-31。' : '应填写数字。');
  }
  if (validity.rangeUnderflow || validity.rangeOverflow) {
    return `${what}应在${min || '任意值'}至${max || '任意值'}之间。`;
  }
  if (validity.stepMismatch) {
    const decimals = (step.split('.')[1] || '').length;
    return what + (decimals === 0 ? '应填写整数。' : `最多${decimals}位小数。`);
  }
  if (validity.patternMismatch) {
    return `${what}填写格式不对，应为：${title}。`;
  }
  return what + (MISSING[type] || '不能为空，请填写。');
}

/** @param {string} label of the kind of document that is demanded and not attached */
export function missingDocument(label) {
  return `缺少“${label}”，请上传后再提交。`;
}

/** @param {string} table caption of a table that needs a row */
export function missingRow(table) {
  return `“${table}”至少填写一行。`;
}

/**
 * @param {!Array<!Choice>} options of a field
 * @param {!Object<string, string>} against by the value of an option, why it may not be chosen
 * @return {!Array<string>} a sentence for each reason
 */
export function whyNotOffered(options, against) {
  return [...new Set(Object.values(against))].map(reason =>
    `${options.filter(({value}) => against[value] === reason).map(({label}) => label).join('、')}：${reason}`);
}

/**
 * @param {!Array<!Choice>} choices
 * @param {string} typed parts of names, of their pinyin or its initials, or of codes
 * @return {!Array<!Choice>} those that have all the words
 */
export function narrowed(choices, typed) {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).map(word => word.replace(/[^\p{L}\p{N}]+/gu, ''));
  return choices.filter(({key}) => words.every(word => key.includes(word)));
}

/**
 * @param {string} text
 * @param {number} most
 * @return {number} characters that may still be written, one of four bytes counted as one; less than 0 where there are too many
 */
export function charactersLeft(text, most) {
  return most - [...text.trim()].length;
}

/**
 * @param {string} text
 * @param {number} least 0 where there is no such limit
 * @param {number} most 0 where there is no such limit
 * @return {string} what is wrong with its length; blank where nothing is
 */
export function wrongLength(text, least, most) {
  const length = [...text.trim()].length;
  return most > 0 && length > most ? `最多填写${most}个字，现有${length}个字。`
    : length > 0 && length < least ? `至少填写${least}个字，现有${length}个字。` : '';
}

/**
 * @param {string} text as it is now
 * @param {number} least 0 where there is no such limit
 * @param {number} most 0 where there is no such limit
 * @return {string} what stands at a field before one types, and how much is left while one does
 */
export function limitsTold(text, least, most) {
  const length = [...text.trim()].length;
  const left = length === 0 ? '' : length < least ? `还差${least - length}个字` : most === 0 ? ''
    : length > most ? `超出${length - most}个字` : `还可以填写${charactersLeft(text, most)}个字`;
  return [least > 0 && `至少${least}个字`, most > 0 && `最多${most}个字`, left].filter(part => part).join('，') + '。';
}
