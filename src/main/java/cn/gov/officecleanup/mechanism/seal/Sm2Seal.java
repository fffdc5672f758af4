package cn.gov.officecleanup.mechanism.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Seals by SM2 with SM3 (GM/T 0003, GM/T 0004): a detached signature in the form of CMS that holds the certificate of the body. Keys and
 * certificates lie in a file, so that this is for trying out and for bureaus without a seal server.
 */
@Component
@ConditionalOnProperty("cleanup.seal.keystore")
class Sm2Seal implements ElectronicSeal {

  private static final String ALGORITHM = "SM3withSM2";

  private final BouncyCastleProvider provider = new BouncyCastleProvider();
  private final KeyStore keys;
  private final char[] password;

  /** @throws IllegalStateException when the file cannot be read or opened with the password, so that the application does not start */
  Sm2Seal(SealProperties properties) {
    this.password = properties.password() == null ? new char[0] : properties.password().toCharArray();
    try (InputStream file = Files.newInputStream(Path.of(properties.keystore()))) {
      this.keys = KeyStore.getInstance("PKCS12", provider);
      keys.load(file, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cleanup.seal.keystore: cannot open %s with cleanup.seal.password".formatted(properties.keystore()),
          e);
    }
  }

  @Override
  public Optional<byte[]> put(String body, byte[] document) {
    try {
      PrivateKey key = (PrivateKey) keys.getKey(body, password);
      return key == null ? Optional.empty() : Optional.of(sign(key, (X509Certificate) keys.getCertificate(body), document));
    } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
      throw new IllegalStateException("cannot put the seal of " + body, e);
    }
  }

  private byte[] sign(PrivateKey key, X509Certificate certificate, byte[] document)
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    certificate.checkValidity();
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator
        .addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().setProvider(provider).build())
            .build(new JcaContentSignerBuilder(ALGORITHM).setProvider(provider).build(key), certificate));
    generator.addCertificates(new JcaCertStore(List.of(certificate)));
    return generator.generate(new CMSProcessableByteArray(document), false).getEncoded();
  }

  /** The certificate that counts is the one that is kept here, not whichever the seal brings along. */
  @Override
  public boolean holds(byte[] seal, String body, byte[] document) {
    try {
      X509Certificate certificate = (X509Certificate) keys.getCertificate(body);
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(document), seal);
      List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
      return certificate != null && signers.size() == 1
          && signers.get(0).verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(certificate));
    } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
      return false;
    }
  }
}
