// How the pages of this application ask the server, which answers what it does not do in one shape: problem details (RFC 9457) with a Chinese sentence.

import {csrfHeaders, Refused} from './page.js';

const NO_SENTENCE = '暂时无法完成，请稍后重试；仍不成功的，请联系系统管理员。';
const NO_SERVER = '连接不上服务器，请检查网络后重试；刚才填写的内容没有丢失。';

/**
 * @param address within this server
 * @param options of `fetch`
 * @param said    sentences by status that say more than the server's
 * @return the response, which is well; rejects with {@code Refused}, whose message is for officials
 */
export async function request(address, options = {}, said = {}) {
  const response = await fetch(address, {credentials: 'same-origin', ...options, headers: {...csrfHeaders(), ...options.headers}})
    .catch(() => { throw new Refused(NO_SERVER); });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(said[response.status] || problem.detail || NO_SENTENCE);
  }
  return response;
}

/** @return options of `request` for sending content as JSON */
export function json(method, content) {
  return {method, headers: {'Content-Type': 'application/json'}, body: content === undefined ? undefined : JSON.stringify(content)};
}
