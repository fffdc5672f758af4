/** What officials say often (常用意见): the office's phrases, from the configuration, and each official's own. */
package cn.gov.officecleanup.mechanism.phrase;
