package cn.gov.officecleanup.mechanism.seal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the seals are kept.
 *
 * @param keystore file of PKCS #12 with a key on the curve sm2p256v1 and its certificate for each body, under the body's Chinese title;
 * none where blank
 * @param password of the file and of its keys
 */
@ConfigurationProperties("cleanup.seal")
record SealProperties(String keystore, String password) {
}
