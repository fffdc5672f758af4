/** Runs one command, such as an import, in place of the server. */
package cn.gov.henan.officecleanup.commandline;
