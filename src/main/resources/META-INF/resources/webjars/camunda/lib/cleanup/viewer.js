// Shows a document in a dialog, beside what the official is doing: Word, Excel, PDF and pictures; an OFD can be downloaded.

import {element, Refused} from './page.js';

const LIBRARIES = new URL('../../../webjars/', import.meta.url);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHOWN = {[WORD]: showWord, [EXCEL]: showSheets, 'application/pdf': showPdf, 'image/png': showPicture, 'image/jpeg': showPicture};
/** pixels of the screen for a point of a PDF page */
const PDF_SCALE = 1.5;
/** most pages of a PDF that are drawn: each takes some megabytes of the browser's memory */
const MOST_PAGES = 40;

const loaded = new Map();

/** Loads a library that knows no modules, once. */
function library(path) {
  if (!loaded.has(path)) {
    loaded.set(path, new Promise((resolve, reject) => {
      const script = element('script', {src: new URL(path, LIBRARIES).href});
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    }));
  }
  return loaded.get(path);
}

async function showWord(place, response) {
  await library('jszip/dist/jszip.min.js');
  await library('docx-preview/docx-preview.min.js');
  await window.docx.renderAsync(await response.blob(), place, null, {ignoreLastRenderedPageBreak: true, renderAltChunks: false, useBase64URL: true});
  // who wrote the document does not get to run anything here, nor to lead the official away from the form
  place.querySelectorAll('a[href]').forEach(link => {
    if (/^https?:/i.test(link.getAttribute('href'))) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    } else {
      link.removeAttribute('href');
    }
  });
}

async function showPdf(place, response) {
  const pdf = await import(new URL('pdfjs-dist/legacy/build/pdf.min.mjs', LIBRARIES).href);
  pdf.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', LIBRARIES).href;
  const document = await pdf.getDocument({data: await response.arrayBuffer(), cMapUrl: new URL('pdfjs-dist/cmaps/', LIBRARIES).href, cMapPacked: true,
    standardFontDataUrl: new URL('pdfjs-dist/standard_fonts/', LIBRARIES).href, isEvalSupported: false}).promise;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && place.isConnected; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({scale: PDF_SCALE});
    const canvas = element('canvas', {width: viewport.width, height: viewport.height, role: 'img', 'aria-label': `第${number}页，共${document.numPages}页`});
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

async function showSheets(place, response) {
  (await response.json()).forEach(sheet => place.append(element('h3', {}, sheet.name),
    element('table', {}, element('tbody', {}, ...sheet.rows.map(cells => element('tr', {}, ...cells.map(cell => element('td', {}, cell)))))),
    sheet.more ? element('p', {}, '内容较多，只显示前面的部分，全部内容请下载后查看。') : ''));
}

/**
 * Opens the dialog.
 *
 * @param load gets the document: a response that is well; it rejects with {@code Refused} where the words are for officials
 */
function view(name, mediaType, load) {
  if (!document.querySelector('link[data-viewer]')) {
    document.head.append(element('link', {rel: 'stylesheet', href: new URL('viewer.css', import.meta.url).href, 'data-viewer': true}));
  }
  const close = element('button', {type: 'button', class: 'btn btn-default'}, '关闭');
  const state = element('p', {role: 'status'}, '正在打开……');
  const place = element('div', {class: 'viewed', role: 'document', 'aria-label': name, tabindex: 0});
  const dialog = element('dialog', {class: 'cleanup-viewer', 'aria-label': `查看：${name}`}, element('div', {class: 'viewer-head'}, element('strong', {}, name), close),
    state, place);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  load().then(response => SHOWN[mediaType](place, response)).then(() => {
    state.remove();
    dialog.dataset.ready = 'true';
  }, problem => {
    state.setAttribute('role', 'alert');
    state.textContent = problem instanceof Refused ? problem.message : '该文件无法在此显示，请下载后查看。';
  });
}

/**
 * @param file  a stored document
 * @param api   address of this application's interface
 * @param fetch gets a response from a path of it, that is well; it rejects with {@code Refused} where the words are for officials
 * @return the document's name to download it by, and a button to look at it where it can be shown
 */
export function documentLink(file, api, fetch) {
  const download = element('a', {href: `${api}/documents/${file.id}`, download: file.fileName}, file.fileName);
  if (!SHOWN[file.mediaType]) {
    return download;
  }
  const look = element('button', {type: 'button', class: 'btn btn-link view-document', 'aria-label': `查看${file.fileName}`}, '查看');
  look.addEventListener('click', () => view(file.fileName, file.mediaType, () => fetch(`/documents/${file.id}${file.mediaType === EXCEL ? '/sheets' : ''}`)));
  return element('span', {class: 'document'}, download, ' ', look);
}

/** Shows a Word document that is not issued yet. */
export function viewDraft(name, load) {
  view(name, WORD, load);
}
