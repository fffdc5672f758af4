// Whoever has signed in here goes on to the pages for administrators: the audit administrator to the log, the others to users and groups.

import {addressOf, API, call} from '../../../lib/cleanup/api.js';

async function lead() {
  const me = /** @type {?Administrator} */ (await call(`${API}/administration`).catch(() => null));
  if (me) {
    location.replace(addressOf(`lib/cleanup/${me.audit ? 'audit' : 'administration'}.html`));
  }
}

window.angular.module('cam.commons').run(['$rootScope', (/** !NgRootScope */ root) => {
  root.$on('authentication.changed', (_event, authentication) => authentication && lead());
}]);
