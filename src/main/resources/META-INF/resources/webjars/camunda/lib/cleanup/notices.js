// What the web applications tell an official: in Chinese, since words that the browser, the network or one of their own libraries made up in English say nothing;
// and that one was signed out, where they show the page to sign in at without a word.

import {heading, sayable, SIGN_IN_LOST} from './api.js';
import {worded} from './language.js';
import {element} from './page.js';

const webapp = window.angular.module('cam.commons');

webapp.config(['$provide', (/** !NgProvide */ $provide) => $provide.decorator('Notifications', ['$delegate', notifications => {
  const add = notifications.add;
  notifications.add = function(/** !NgNotice */ notice) {
    notice.message = sayable(notice.message);
    const status = sayable(notice.status, worded('没有办成', 'Failed')) || '';
    notice.status = heading(status === notice.message ? worded('没有办成', 'Failed') : status, notice.message);
    return add.call(this, notice);
  };
  return notifications;
}])]);

/** What is typed is kept by itself; what was not yet, Tasklist's page still has, and keeps it once its form is opened again. */
function tellOfLostSignIn() {
  const form = document.querySelector('form[name=signinForm]');
  if (form && sessionStorage.getItem(SIGN_IN_LOST) && !document.querySelector('.sign-in-lost')) {
    form.before(element('p', {class: 'alert alert-warning sign-in-lost', role: 'alert'}, worded('您的登录已失效，请重新登录；已填写的内容没有丢失，登录后可以继续办理。',
      'You are no longer signed in. What you have typed is kept: sign in again to go on.')));
  }
}

// by doing nothing, by a new password, or because the server was started again
webapp.run(['$rootScope', (/** !NgRootScope */ root) => {
  let signedIn = false;
  root.$on('authentication.changed', (_event, authentication) => {
    if (authentication) {
      signedIn = true;
      sessionStorage.removeItem(SIGN_IN_LOST);
    }
  });
  root.$on('authentication.logout.success', () => {
    signedIn = false;
    // what looked for new tasks meanwhile was refused already
    sessionStorage.removeItem(SIGN_IN_LOST);
    document.querySelectorAll('.sign-in-lost').forEach(told => told.remove());
  });
  root.$on('authentication.login.required', () => {
    if (signedIn) {
      signedIn = false;
      sessionStorage.setItem(SIGN_IN_LOST, 'true');
    }
  });
}]);
new MutationObserver(tellOfLostSignIn).observe(document.body, {childList: true, subtree: true});
