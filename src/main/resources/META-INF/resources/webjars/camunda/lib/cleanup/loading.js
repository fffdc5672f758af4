// Stands in every page of the web applications, before all other scripts: where one of these does not come, because the network fails, the page would turn its wheel
// for ever. It says so, and offers to try again. Imports nothing, which might not come either.

(function() {
  const english = /^en\b/i.test(navigator.languages[0] || '');

  function tell() {
    if (!document.body) {
      document.addEventListener('DOMContentLoaded', tell);
    } else if (!document.querySelector('.load-failed')) {
      const again = document.createElement('button');
      again.setAttribute('type', 'button');
      again.append(english ? 'Try again' : '重新加载');
      again.addEventListener('click', () => location.reload());
      const told = document.createElement('div');
      told.className = 'load-failed';
      told.setAttribute('role', 'alert');
      // the styles may be what did not come
      Object.assign(told.style, {position: 'fixed', top: '0', left: '0', right: '0', zIndex: '10000', padding: '1em', textAlign: 'center', background: '#fff3cd', color: '#5c3c00'});
      told.append(english ? 'The page was not loaded whole. Check the network and try again. ' : '页面没有加载完整，请检查网络后重试。', again);
      document.body.prepend(told);
    }
  }

  // these events do not bubble
  window.addEventListener('error', event => {
    const part = event.target;
    if (part instanceof HTMLScriptElement || part instanceof HTMLLinkElement && part.rel === 'stylesheet') {
      tell();
    }
  }, true);
  // a script of ours that did not come, which the web applications do not catch
  window.addEventListener('unhandledrejection', () => {
    if (document.querySelector('.app-splash')) {
      tell();
    }
  });
})();
