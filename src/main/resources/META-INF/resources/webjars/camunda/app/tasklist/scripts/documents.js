// The attachments of a task: each kind with whether it is required and what is attached; several files are chosen at once or dropped, on a kind or beside the
// kinds, where their names tell it. What is refused is told beside its name, and the others go on.

import {demandedKinds, kindByName, missingDocument, tooLarge} from '../../../lib/cleanup/answers.js';
import {API, call, json} from '../../../lib/cleanup/api.js';
import {element, pickable} from '../../../lib/cleanup/page.js';
import {documentLink} from '../../../lib/cleanup/viewer.js';

const OVER = 'dragged-over';

/** @const {!WeakMap<!Element, {kinds: !Array<!DocumentKind>, underWay: number}>} by the place in the form */
const PLACES = new WeakMap();

// a file dropped beside the place for it would open in the stead of the page, with what is typed
['dragover', 'drop'].forEach(name => window.addEventListener(name, event => {
  if (hasFiles(event)) {
    event.preventDefault();
  }
}));

function hasFiles(event) {
  return Boolean(event.dataTransfer) && [...event.dataTransfer.types].includes('Files');
}

/** Has files dropped on a part of the page. */
function droppable(part, take) {
  const mark = event => {
    if (hasFiles(event)) {
      event.preventDefault();
      part.classList.add(OVER);
    }
  };
  part.addEventListener('dragenter', mark);
  part.addEventListener('dragover', mark);
  part.addEventListener('dragleave', event => {
    if (!part.contains(event.relatedTarget)) {
      part.classList.remove(OVER);
    }
  });
  part.addEventListener('drop', event => {
    part.classList.remove(OVER);
    if (hasFiles(event)) {
      event.preventDefault();
      event.stopPropagation();
      take([...event.dataTransfer.files]);
    }
  });
}

/**
 * @param {!Array<!DocumentKind>} kinds
 * @param {string} chosen
 * @param {string} label
 * @param {function(string, !HTMLSelectElement)} act gets the kind once one is chosen
 */
function kindChoice(kinds, chosen, label, act) {
  const select = element('select', {class: 'document-kind-choice', 'aria-label': label},
    chosen ? null : element('option', {value: ''}, '请选择种类'), ...kinds.map(kind => element('option', {value: kind.value}, kind.label)));
  select.value = chosen;
  select.addEventListener('change', () => select.value && act(select.value, select));
  return select;
}

/**
 * @param {!Element} form
 * @param {!OpenForm} open
 * @param {string|undefined} taskId
 */
export function editDocuments(form, open, taskId) {
  const place = form.querySelector('case-documents');
  if (!place) {
    return;
  }
  const state = {kinds: [], underWay: 0};
  PLACES.set(place, state);
  const changed = () => place.dispatchEvent(new Event('change', {bubbles: true}));
  const progress = element('p', {class: 'documents-progress', role: 'status'});
  const refusals = element('div', {class: 'documents-refused'});
  const undecided = element('ul', {class: 'documents-undecided'});
  const kindOf = value => state.kinds.find(kind => kind.value === value);

  const refuse = (fileName, reason) => refusals.append(element('p', {class: 'text-danger', role: 'alert'},
    reason.includes(fileName) ? null : element('strong', {}, `“${fileName}”`), reason.includes(fileName) ? null : '：', reason));

  /** @param {!StoredFile} file @param {boolean} counts whether it is one of this step */
  const show = (file, counts) => {
    const remove = element('button', {type: 'button', class: 'btn btn-link', 'aria-label': `删除${file.fileName}`}, '删除');
    const again = state.kinds.length === 1 ? null : kindChoice(state.kinds, file.kind, `“${file.fileName}”的种类`, (kind, select) =>
      call(`${API}/documents/${file.id}/kind?kind=${encodeURIComponent(kind)}`, json('PUT')).then(stored => {
        item.remove();
        show(/** @type {!StoredFile} */ (stored), counts);
      }, problem => {
        select.value = file.kind;
        refuse(file.fileName, /** @type {!Error} */ (problem).message);
      }));
    const item = element('li', {'data-counts': counts, 'data-document': file.id}, documentLink(file), ' ', again, remove);
    remove.addEventListener('click', () => call(`${API}/documents/${file.id}`, {method: 'DELETE'}).then(() => {
      item.remove();
      changed();
    }, problem => refuse(file.fileName, /** @type {!Error} */ (problem).message)));
    kindOf(file.kind).list.append(item);
    changed();
  };

  /** @return {!Promise<boolean>} whether it is stored */
  const upload = async (file, kind) => {
    const refusal = tooLarge(file);
    if (refusal) {
      refuse(file.name, refusal);
      return false;
    }
    const body = new FormData();
    body.append('kind', kind);
    body.append('file', file);
    return call(`${API}/tasks/${taskId}/documents`, {method: 'POST', body}).then(stored => {
      // the same file again is stored once
      place.querySelectorAll(`[data-document="${stored.id}"]`).forEach(before => before.remove());
      show(/** @type {!StoredFile} */ (stored), true);
      return true;
    }, problem => {
      refuse(file.name, /** @type {!Error} */ (problem).message);
      return false;
    });
  };

  /** One after the other: what is stored first is not lost where a later one breaks off. */
  const attach = async files => {
    let stored = 0;
    state.underWay++;
    place.setAttribute('aria-busy', 'true');
    for (let i = 0; i < files.length; i++) {
      progress.textContent = `正在上传“${files[i].file.name}”${files.length > 1 ? `（第${i + 1}个，共${files.length}个）` : ''}……`;
      stored += await upload(files[i].file, files[i].kind) ? 1 : 0;
    }
    state.underWay--;
    if (state.underWay === 0) {
      place.removeAttribute('aria-busy');
    }
    progress.textContent = `已上传${stored}个${stored < files.length ? `，${files.length - stored}个没有上传，原因见下` : ''}。`;
  };

  const decideLater = file => {
    const item = element('li', {}, element('strong', {}, file.name), ' ', kindChoice(state.kinds, '', `“${file.name}”的种类`, kind => {
      item.remove();
      attach([{file, kind}]);
    }));
    const leave = element('button', {type: 'button', class: 'btn btn-link', 'aria-label': `不上传${file.name}`}, '不上传');
    leave.addEventListener('click', () => {
      item.remove();
      changed();
    });
    item.append(leave);
    undecided.append(item);
  };

  /** @param {!Array<!File>} files @param {string=} kind where their names are to tell it there is none */
  const take = (files, kind) => {
    refusals.replaceChildren();
    const named = files.map(file => ({file, kind: kind || kindByName(file.name, state.kinds)}));
    named.filter(one => !one.kind).forEach(one => decideLater(one.file));
    const known = named.filter(one => one.kind);
    return known.length > 0 ? attach(known) : Promise.resolve();
  };

  /** @param {string} id @param {string} label @param {string=} kind */
  const picker = (id, label, kind) => {
    const input = element('input', {type: 'file', id, multiple: true, 'data-kind': kind || null, 'aria-label': label});
    input.addEventListener('change', () => {
      const files = [...input.files];
      // the same file can be picked again once it has been mended
      input.value = '';
      take(files, kind);
    });
    return input;
  };

  state.kinds = place.getAttribute('kinds').split(',').map(pair => pair.split(':')).map(([value, label]) => {
    const input = picker(`document-${value}`, `上传${label}`, value);
    const list = element('ul', {class: 'attached'});
    const demand = element('span', {class: 'document-demand'});
    const row = element('li', {class: 'document-kind'}, element('div', {}, element('label', {for: input.id}, label), demand), list, pickable(input, '选择文件'));
    droppable(row, files => take(files, value));
    return {value, label, input, list, demand, row};
  });
  const several = state.kinds.length > 1;
  droppable(place, files => take(files, several ? undefined : state.kinds[0].value));
  place.append(element('h4', {}, '附件（PDF、OFD、DOCX、XLSX或者图片，每个不超过20MB）'),
    element('div', {class: 'documents-several help-block'}, several ? pickable(picker('documents-several', '一次选择多种附件'), '一次选择多种附件') : null,
      element('span', {}, several ? '可以一次选择多个文件，或者拖到这里：拖到某一种类就归入该种类，拖到别处的按文件名归类，归不了的请选择种类。' : '可以一次选择多个文件，或者拖到这里。')),
    progress, refusals, undecided, element('ul', {class: 'document-kinds', 'aria-label': '附件种类'}, ...state.kinds.map(kind => kind.row)));
  open.documents.filter(file => kindOf(file.kind)).forEach(file => show(file, open.attached.includes(file.id)));
}

/**
 * Says at each kind whether it is required, as the form is filled in now, and what is attached.
 *
 * @param {!Element} form
 * @param {function(string): ?string} answerTo
 * @return {!Array<{place: !HTMLElement, message: string}>} what is missing or not done yet
 */
export function demandDocuments(form, answerTo) {
  const place = form.querySelector('case-documents');
  const state = place && PLACES.get(place);
  if (!state) {
    return [];
  }
  const kindsIn = attribute => place.hasAttribute(attribute) ? demandedKinds(place.getAttribute(attribute), answerTo) : [];
  const demanded = kindsIn('data-required-kinds');
  const checked = kindsIn('data-checked-kinds');
  const missing = state.kinds.flatMap(({value, label, input, list, demand, row}) => {
    const isDemanded = demanded.includes(value);
    const attached = list.querySelectorAll('li[data-counts]').length;
    const lacks = isDemanded && attached === 0;
    demand.textContent = (isDemanded ? '必需' : checked.includes(value) ? '按规定必需' : '可选') + (attached > 0 ? `，已附${attached}个` : isDemanded ? '，未附' : '');
    row.classList.toggle('lacks-document', lacks);
    return lacks ? [{place: input, message: missingDocument(label)}] : [];
  });
  const waiting = [...place.querySelectorAll('.documents-undecided select')].map(select => (
    {place: select, message: `${select.getAttribute('aria-label')}没有选择，文件还没有上传，请选择种类或者点“不上传”。`}));
  const underWay = state.underWay > 0 ? [{place: state.kinds[0].input, message: '附件正在上传，请等上传完再提交。'}] : [];
  return [...missing, ...waiting, ...underWay];
}
