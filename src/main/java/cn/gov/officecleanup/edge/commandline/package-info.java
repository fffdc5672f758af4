/** Runs one command, such as an import, in place of the server. */
package cn.gov.officecleanup.edge.commandline;
