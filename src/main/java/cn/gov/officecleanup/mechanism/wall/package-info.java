/** What those who are signed in may have the engine do, whatever they were granted, and whose expressions it evaluates. */
package cn.gov.officecleanup.mechanism.wall;
