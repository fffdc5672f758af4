// Tasklist tells what is late, and how far away a day is, by the clock of the browser; here by the server's, by which deadlines are missed. The
// page says what time it was there when it was asked for.

const NOW = document.documentElement.getAttribute('data-now');
const ahead = NOW ? Date.parse(NOW) - performance.timeOrigin : 0;
/** the parts of Tasklist that compare with the time at which they were made */
const COMPARING = '[cam-tasks], [cam-tasklist-task-meta]';

window.angular.module('angularMoment').run(['amTimeAgoConfig', config => {
  config.serverTime = performance.timeOrigin + ahead;
}]);

function keepTime() {
  const now = new Date(Date.now() + ahead).toJSON();
  document.querySelectorAll(COMPARING).forEach(part => {
    const scope = window.angular.element(part).isolateScope();
    if (scope && scope.now.slice(0, 16) !== now.slice(0, 16)) {
      scope.now = now;
    }
  });
}

new MutationObserver(keepTime).observe(document.body, {childList: true, subtree: true});
