// Opening is handling: the first entry into the form of a task that nobody has yet takes it on (签收), by the engine's own way of claiming. Who comes second
// is told who has it, and keeps what was typed.

import {addressOf, call, json, Refused} from '../../../lib/cleanup/api.js';
import {element} from '../../../lib/cleanup/page.js';

/** what is read and used in a form that cannot be filled in */
const STAYS = 'case-overview, .case-known, .case-handling, .case-previews, [role=alert], [role=status]';
/** while it is there, Tasklist's reload of the task does not hide the form from under the hands */
const RELOADING = 'taking-on';
const CLAIMED = 'CLAIMED_BY_OTHER';

/** Presses Tasklist's button below the form. */
export function handIn(form) {
  form.closest('[cam-tasklist-form]').querySelector('.form-actions .btn-primary').click();
}

/** @return {?} scope of the part of Tasklist that this attribute makes */
function scopeOf(part) {
  return window.angular.element(part).isolateScope();
}

/** Has Tasklist look again at who has the task. */
function showWhoHasIt(form) {
  const details = form.closest('.task-details');
  const meta = scopeOf(details.querySelector('[cam-tasklist-task-meta]'));
  details.classList.add(RELOADING);
  const stop = meta.$watch('isAssignee', own => {
    if (own) {
      stop();
      details.classList.remove(RELOADING);
    }
  });
  meta.taskData.changed('task');
  meta.taskData.changed('taskList');
}

/**
 * @param {!CamForm} camForm of a task that is to be done
 * @param {!TakingOn} taking
 * @return {!Beginning}
 */
export function takeOnByBeginning(camForm, taking) {
  const form = camForm.formElement[0];
  const scope = camForm.formElement.scope();
  const tasklist = scopeOf(form.closest('[cam-tasklist-form]'));
  let hindered = false;
  let own = !taking.free && !taking.hindrance;
  let underWay = null;

  const hinder = words => {
    hindered = true;
    form.prepend(element('p', {class: 'alert alert-warning task-hindrance', role: 'alert'}, words));
    [...form.children].filter(part => !part.matches(STAYS)).forEach(part => { part.inert = true; });
  };

  const claim = async () => {
    try {
      await call(addressOf(`api/engine/engine/default/task/${camForm.taskId}/claim`), json('POST', {userId: scope.$root.authentication.name}));
      own = true;
      showWhoHasIt(form);
    } catch (problem) {
      // without an answer the next entry tries again
      if (problem instanceof Refused && problem.code) {
        hinder(problem.message + (problem.code === CLAIMED ? '您填写的内容已经保留，任务退回本组后可以继续办理。' : ''));
        scope.$evalAsync(() => { tasklist.options.disableCompleteButton = true; });
        form.querySelector('.task-hindrance').scrollIntoView({block: 'nearest'});
      }
    } finally {
      underWay = null;
    }
    return own;
  };

  const take = () => {
    if (own || hindered) {
      return Promise.resolve(own);
    }
    underWay = underWay || claim();
    return underWay;
  };

  if (taking.hindrance) {
    hinder(taking.hindrance);
  }
  form.closest('.task-details').classList.toggle('shared-task', taking.shared);
  // Tasklist closes the form, and opens it to who has claimed the task; what was given back can be begun again
  scope.$watch(() => tasklist.options.disableForm, closed => {
    if (closed && !hindered) {
      own = false;
      tasklist.options.disableForm = false;
      tasklist.options.disableCompleteButton = false;
    }
  });
  scope.$evalAsync(() => null);
  const begun = () => {
    if (form.dataset.ready === 'true' && !own) {
      take();
    }
  };
  form.addEventListener('input', begun);
  form.addEventListener('change', begun);
  return {isOwn: () => own, take};
}
