// Shows a document: on a wide screen beside the form of the task, which stays at work, else in a dialog. Word, Excel, PDF and pictures; an OFD can be downloaded.

import {addressOf, API, Refused, request} from './api.js';
import {element} from './page.js';

const PDFJS = new URL('../../../webjars/pdfjs-dist/', import.meta.url).href;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** what shows the documents of a type, and what it is shown by, if not by the document itself */
const SHOWN = {
  [WORD]: {show: showWord, by: '/pages'}, [EXCEL]: {show: showSheets, by: '/sheets'}, 'application/pdf': {show: showPdf, by: ''},
  'image/png': {show: showPicture, by: ''}, 'image/jpeg': {show: showPicture, by: ''}
};
/** pixels of the screen for a point of a PDF page */
const PDF_SCALE = 1.5;
/** most pages of a PDF that are drawn: each takes some megabytes of the browser's memory */
const MOST_PAGES = 40;
/** what the parts of a Word document are in a page */
const PARTS = {SHEET: 'article', PARAGRAPH: 'p', BOX: 'div', TEXT: 'span', PICTURE: 'img', TABLE: 'table', ROW: 'tr', CELL: 'td'};
/** room at both sides of a cell, in characters */
const SHEET_PADDING = 0.7;
/** the part of the window that what stays in place may take */
const MOST_OF_WINDOW = 0.6;
/** the part of the window that a sheet of a Word document takes at most */
const SHEET_OF_WINDOW = 0.98;
const MORE = '内容较多，只显示前面的部分，全部内容请下载后查看。';

/**
 * @param {!WordPart} part
 * @return {?} its element
 */
function drawn(part) {
  const node = element(PARTS[part.kind], part.kind === 'PICTURE' ? {src: part.text, alt: '图片'}
    : {class: part.kind === 'SHEET' ? 'word-sheet' : null, colspan: part.columns > 1 && part.columns, rowspan: part.rows > 1 && part.rows},
  part.kind === 'TEXT' ? part.text : null, ...part.parts.map(drawn));
  Object.entries(part.style).forEach(([property, value]) => node.style.setProperty(property, value));
  return node;
}

async function showWord(place, response) {
  const word = /** @type {!WordView} */ (await response.json());
  place.append(...word.sheets.map(drawn), word.more ? element('p', {}, MORE) : '');
  new ResizeObserver(() => fitSheets(place)).observe(place);
}

/** A sheet that is wider than its window is shown smaller as a whole: with less width alone its lines would end elsewhere than on paper. */
function fitSheets(place) {
  place.querySelectorAll('.word-sheet').forEach(sheet => {
    sheet.style.setProperty('zoom', '1');
    sheet.style.setProperty('zoom', String(Math.min(1, place.clientWidth * SHEET_OF_WINDOW / sheet.offsetWidth)));
  });
}

async function showPdf(place, response) {
  const pdf = /** @type {!PdfJs} */ (await import(`${PDFJS}legacy/build/pdf.min.mjs`));
  pdf.GlobalWorkerOptions.workerSrc = `${PDFJS}legacy/build/pdf.worker.min.mjs`;
  const document = await pdf.getDocument({data: await response.arrayBuffer(), cMapUrl: `${PDFJS}cmaps/`, cMapPacked: true,
    standardFontDataUrl: `${PDFJS}standard_fonts/`, isEvalSupported: false}).promise;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && place.isConnected; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({scale: PDF_SCALE});
    const canvas = element('canvas', {width: viewport.width, height: viewport.height, role: 'img',
      'aria-label': `第${number}页，共${document.numPages}页`});
    place.append(canvas);
    await page.render({canvasContext: canvas.getContext('2d'), viewport}).promise;
  }
  if (document.numPages > MOST_PAGES) {
    place.append(element('p', {}, `共${document.numPages}页，只显示前${MOST_PAGES}页，全部内容请下载后查看。`));
  }
}

async function showPicture(place, response) {
  const blob = await response.blob();
  const address = await new Promise(resolve => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsDataURL(blob);
  });
  place.append(element('img', {src: address, alt: place.getAttribute('aria-label')}));
}

/**
 * @param {!Sheet} sheet
 * @param {!Array<number>} starts where its columns begin, in characters
 * @param {!SheetCell} cell
 * @param {boolean} inHead
 * @return {?} its element: it stays in place where it belongs to a head, and heads what is below or beside it
 */
function sheetCell(sheet, starts, cell, inHead) {
  const stays = cell.column + cell.columns <= sheet.headColumns;
  const isTitle = cell.columns === sheet.widths.length;
  const scope = !cell.text || isTitle ? null : inHead ? (cell.columns > 1 ? 'colgroup' : 'col') : stays ? (cell.rows > 1 ? 'rowgroup' : 'row') : null;
  const node = element(scope ? 'th' : 'td', {scope, colspan: cell.columns > 1 && cell.columns, rowspan: cell.rows > 1 && cell.rows,
    class: [cell.align.toLowerCase(), cell.bold && 'bold', stays && 'stays'].filter(Boolean).join(' ')}, cell.text);
  if (stays) {
    node.style.left = `${starts[cell.column]}em`;
  }
  return node;
}

/**
 * @param {?} place
 * @param {!Sheet} sheet
 */
function showSheet(place, sheet) {
  // a half of a character for each unit, and the room at both sides
  const widths = sheet.widths.map(halves => halves / 2 + SHEET_PADDING);
  const starts = widths.reduce((sums, width) => [...sums, sums[sums.length - 1] + width], [0]);
  const rows = (cells, inHead) => cells.map(row => element('tr', {}, ...row.map(cell => sheetCell(sheet, starts, cell, inHead))));
  const head = element('thead', {}, ...rows(sheet.rows.slice(0, sheet.headRows), true));
  const columns = widths.map(width => {
    const column = element('col');
    column.style.width = `${width}em`;
    return column;
  });
  const table = element('table', {class: 'sheet'}, element('caption', {}, element('h3', {}, sheet.name)), element('colgroup', {}, ...columns), head,
    element('tbody', {}, ...rows(sheet.rows.slice(sheet.headRows), false)));
  table.style.width = `${starts[starts.length - 1]}em`;
  place.append(table, ...[sheet.rows.length ? '' : '本工作表没有内容。', sheet.leftOut, sheet.more ? MORE : ''].filter(Boolean)
    .map(words => element('p', {}, words)));
  const fixedColumns = [...table.querySelectorAll('.stays')].map(node => node.offsetLeft + node.offsetWidth);
  // a head that fills the window would leave nothing to scroll
  table.classList.toggle('loose-rows', head.offsetHeight > place.clientHeight * MOST_OF_WINDOW);
  table.classList.toggle('loose-columns', Math.max(0, ...fixedColumns) > place.clientWidth * MOST_OF_WINDOW);
}

async function showSheets(place, response) {
  const workbook = /** @type {!WorkbookView} */ (await response.json());
  workbook.sheets.forEach(sheet => showSheet(place, sheet));
  place.append(...[workbook.leftOut, workbook.more ? MORE : ''].filter(Boolean).map(words => element('p', {}, words)));
}

/** room for a form and a document side by side */
const WIDE = window.matchMedia('(min-width: 1600px)');
const BESIDE = 'document-beside';

/**
 * Shows a dialog beside the form until it is closed, by Escape too, or the form goes.
 *
 * @param {!HTMLDialogElement} dialog
 * @param {!Element} form
 */
function showBeside(dialog, form) {
  dialog.classList.add('beside');
  document.body.classList.add(BESIDE);
  const leave = event => {
    // what is asked in a dialog above it is closed first
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog:modal')) {
      dialog.close();
    }
  };
  const gone = new MutationObserver(() => form.isConnected || dialog.close());
  gone.observe(document.body, {childList: true, subtree: true});
  document.addEventListener('keydown', leave);
  dialog.addEventListener('close', () => {
    gone.disconnect();
    document.removeEventListener('keydown', leave);
    document.body.classList.remove(BESIDE);
  });
  dialog.show();
}

/**
 * Opens the dialog.
 *
 * @param {string} name
 * @param {string} mediaType
 * @param {function(): !Promise<!Response>} load gets the document; it rejects with `Refused` where the words are for officials
 */
function view(name, mediaType, load) {
  if (!document.querySelector('link[data-viewer]')) {
    document.head.append(element('link', {rel: 'stylesheet', href: addressOf('lib/cleanup/viewer.css'), 'data-viewer': true}));
  }
  const close = element('button', {type: 'button', class: 'btn btn-default'}, '关闭');
  const state = element('p', {role: 'status'}, '正在打开……');
  const place = element('div', {class: 'viewed', role: 'document', 'aria-label': name, tabindex: 0});
  const dialog = element('dialog', {class: mediaType === EXCEL ? 'cleanup-viewer wide' : 'cleanup-viewer', 'aria-label': `查看：${name}`},
    element('div', {class: 'viewer-head'}, element('strong', {}, name), close),
    state, place);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.querySelectorAll('dialog.cleanup-viewer.beside').forEach(before => /** @type {!HTMLDialogElement} */ (before).close());
  document.body.append(dialog);
  const form = document.querySelector('.task-details form.cleanup-form');
  if (form && WIDE.matches && !document.querySelector('.modal-dialog')) {
    showBeside(dialog, form);
  } else {
    dialog.showModal();
  }
  load().then(response => SHOWN[mediaType].show(place, response)).then(() => {
    state.remove();
    dialog.dataset.ready = 'true';
  }, problem => {
    state.setAttribute('role', 'alert');
    state.textContent = problem instanceof Refused ? problem.message : '该文件无法在此显示，请下载后查看。';
  });
}

/**
 * @param {!StoredFile} file a stored document
 * @return {?} its name to download it by, and a button to look at it where it can be shown
 */
export function documentLink(file) {
  const address = `${API}/documents/${file.id}`;
  const download = element('a', {href: address, download: file.fileName}, file.fileName);
  const shown = SHOWN[file.mediaType];
  if (!shown) {
    return download;
  }
  const look = element('button', {type: 'button', class: 'btn btn-link view-document', 'aria-label': `查看${file.fileName}`}, '查看');
  look.addEventListener('click', () => view(file.fileName, file.mediaType,
    () => request(address + shown.by, {}, {404: '没有这个文件，或者您无权查看。'})));
  return element('span', {class: 'document'}, download, ' ', look);
}

/**
 * Shows a Word document that is not issued yet.
 *
 * @param {string} name
 * @param {function(): !Promise<!Response>} load gets what it is shown by
 */
export function viewDraft(name, load) {
  view(name, WORD, load);
}
