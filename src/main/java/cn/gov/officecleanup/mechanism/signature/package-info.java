/** Officials' own signatures: the picture that each keeps, put beside what is said while that official is signed in. */
package cn.gov.officecleanup.mechanism.signature;
