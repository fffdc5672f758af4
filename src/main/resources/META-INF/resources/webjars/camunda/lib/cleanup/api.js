// How the pages of this application ask the server, which answers what it does not do in one shape: problem details (RFC 9457) with a
// Chinese sentence.

import {english, worded} from './language.js';

/**
 * @param {string} path
 * @return {string} address of a path below the web applications, wherever the server has put them
 */
export function addressOf(path) {
  return import.meta.url.replace(/lib\/cleanup\/[^/]*$/, path);
}

/** @const {string} address of this application's interface */
export const API = addressOf('api/cleanup');

/** @const {string} address that ends a session */
export const LOGOUT = addressOf('api/admin/auth/user/default/logout');

/** @const {string} kept by the browser's window from when one was signed out until somebody signs in there: the page may be loaded again in between */
export const SIGN_IN_LOST = 'cleanup-sign-in-lost';

const NO_SENTENCE = worded('暂时无法完成，请稍后重试；仍不成功的，请联系系统管理员。', 'This cannot be done just now. Try again later, or ask the administrator.');
const NO_SERVER = worded('连接不上服务器，请检查网络后重试；刚才填写的内容没有丢失。',
  'The server cannot be reached. Check the network and try again; what you typed is kept.');
const SIGNED_OUT = worded('您尚未登录或者登录已失效，请先在“待办事项”登录，再重试。', 'You are not signed in, or no longer. Sign in to Tasklist and try again.');

/** The server refused, in words for officials. */
export class Refused extends Error {
  /**
   * @param {string} message
   * @param {string=} code of the refusal; blank where the server gave none
   */
  constructor(message, code = '') {
    super(message);
    /** @const {string} */
    this.code = code;
  }
}

/**
 * @param {string} cookies as the browser has them
 * @return {!Object<string, string>} what the server wants to see in a request that changes something, against
 *     requests that other pages forge
 */
export function csrfHeaders(cookies) {
  const cookie = cookies.split('; ').find(part => part.startsWith('XSRF-TOKEN='));
  return cookie ? {'X-XSRF-TOKEN': decodeURIComponent(cookie.substring('XSRF-TOKEN='.length))} : {};
}

/**
 * @param {number} status of an answer that is not well
 * @param {!Object<number, string>} said sentences that say more than the server's
 * @param {?{detail: (string|undefined)}} problem what the server says
 * @return {string} the sentence that is shown
 */
export function sentence(status, said, problem) {
  return said[status] || (status === 401 ? SIGNED_OUT : problem && problem.detail || NO_SENTENCE);
}

/** what Tasklist puts before a sentence: the name of what it asked for, <task> <- */
const ASKED_FOR = /^((<|&lt;)\w+(>|&gt;)\s*(<|&lt;)-\s*)+/;

/**
 * @param {string|undefined} given words of others than this application
 * @param {string=} instead what to say where nothing fits better
 * @return {string|undefined} the words, or, where they are English and the browser is not, what may be meant
 */
export function sayable(given, instead = NO_SENTENCE) {
  const words = given && given.replace(ASKED_FOR, '');
  if (english || !words || /\p{Script=Han}/u.test(words) || !/[A-Za-z]{3}/.test(words)) {
    return words;
  }
  return /offline|network|terminated|timeout/i.test(words) ? NO_SERVER : instead;
}

/**
 * @param {string} status the heading of a notice, which may end as a sentence does
 * @param {string|undefined} message what is said below it
 * @return {string} the heading with one colon, where something follows, in place of whatever it ended with
 */
export function heading(status, message) {
  return english || !message ? status : `${status.replace(/[\s。：；，！!:;,.]+$/, '')}：`;
}

/**
 * @param {string} address within this server
 * @param {!RequestInit=} options
 * @param {!Object<number, string>=} said sentences by status that say more than the server's
 * @return {!Promise<!Response>} the response, which is well; rejects with `Refused`, whose message is for officials
 */
export async function request(address, options, said = {}) {
  const own = options && /** @type {!Object<string, string>} */ (options.headers);
  const response = await fetch(address, {credentials: 'same-origin', ...options, headers: {...csrfHeaders(document.cookie), ...own}})
    .catch(() => { throw new Refused(NO_SERVER); });
  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    throw new Refused(sentence(response.status, said, problem), problem && problem.code || '');
  }
  return response;
}

/**
 * @param {string} address within this server
 * @param {!RequestInit=} options
 * @param {!Object<number, string>=} said see `request`
 * @return {!Promise<?>} what the server answers; null where it is nothing
 */
export async function call(address, options, said) {
  const response = await request(address, options, said);
  return response.status === 204 ? null : response.json();
}

/**
 * @param {string} method
 * @param {*=} content
 * @return {!RequestInit} options for sending content as JSON
 */
export function json(method, content) {
  const body = content === undefined ? undefined : JSON.stringify(content);
  return /** @type {!RequestInit} */ ({method, headers: {'Content-Type': 'application/json'}, body});
}
