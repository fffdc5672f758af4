// The calendars in which Tasklist's own dates are chosen take their words from AngularJS, not from the locale file.
const days = ['日', '一', '二', '三', '四', '五', '六'];
const months = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map(month => month + '月');

if (window.camTasklistConf.locales.fallbackLocale === 'zh-CN') {
  window.angular.module('ngLocale').config(['$provide', $provide => $provide.decorator('$locale', ['$delegate', locale => {
    Object.assign(locale.DATETIME_FORMATS, {
      DAY: days.map(day => '星期' + day),
      SHORTDAY: days,
      MONTH: months,
      STANDALONEMONTH: months,
      SHORTMONTH: months,
      FIRSTDAYOFWEEK: 0 // Monday
    });
    return locale;
  }])]);
}
