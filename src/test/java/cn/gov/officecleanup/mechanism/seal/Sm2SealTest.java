package cn.gov.officecleanup.mechanism.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 国密 SM2: a seal holds for the document and the body it was put for, and for nothing else. */
class Sm2SealTest {

  private static final String PROVINCE = "河南省人民政府";
  private static final String CITY = "洛阳市人民政府";
  private static final byte[] REPLY = "同意保留。".getBytes(StandardCharsets.UTF_8);
  private static final String PASSWORD = "only-here";

  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  @TempDir
  private Path folder;
  private Sm2Seal seals;

  @BeforeEach
  void aStoreWithTheSealsOfTwoBodies() throws Exception {
    seals = new Sm2Seal(new SealProperties(store("seals.p12", 1).toString(), PASSWORD));
  }

  @Test
  void aSealHoldsForTheVeryDocumentOfItsBody() throws Exception {
    byte[] seal = seals.put(PROVINCE, REPLY).orElseThrow();
    assertThat(seals.holds(seal, PROVINCE, REPLY)).isTrue();
    assertThat(seals.holds(seal, PROVINCE, "不同意保留。".getBytes(StandardCharsets.UTF_8))).as("another document").isFalse();
    assertThat(seals.holds(seal, CITY, REPLY)).as("another body").isFalse();
    assertThat(seals.holds(new byte[]{1, 2, 3}, PROVINCE, REPLY)).as("no seal at all").isFalse();
    var signer = new CMSSignedData(seal).getSignerInfos().getSigners().iterator().next();
    assertThat(signer.getDigestAlgOID()).as("SM3").isEqualTo(GMObjectIdentifiers.sm3.getId());
    assertThat(new CMSSignedData(seal).getSignedContent()).as("apart from the document").isNull();
  }

  @Test
  void aSealOfTheSameNameThatIsNotKeptHereCountsNothing() throws Exception {
    byte[] forged = new Sm2Seal(new SealProperties(store("forged.p12", 2).toString(), PASSWORD)).put(PROVINCE, REPLY).orElseThrow();
    assertThat(seals.holds(forged, PROVINCE, REPLY)).isFalse();
  }

  @Test
  void whoseSealIsNotKeptPutsNone() {
    assertThat(seals.put("郑州市人民政府", REPLY)).isEmpty();
    assertThat(seals.holds(seals.put(CITY, REPLY).orElseThrow(), "郑州市人民政府", REPLY)).isFalse();
  }

  @Test
  void withAnotherPasswordOrWithoutTheFileNothingStarts() {
    String kept = folder.resolve("seals.p12").toString();
    assertThatThrownBy(() -> new Sm2Seal(new SealProperties(kept, "another"))).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cleanup.seal.password");
    assertThatThrownBy(() -> new Sm2Seal(new SealProperties(folder.resolve("gone.p12").toString(), PASSWORD)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone.p12");
  }

  private Path store(String name, long serial) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12", provider);
    store.load(null, null);
    for (String body : new String[]{PROVINCE, CITY}) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("sm2p256v1"));
      KeyPair pair = generator.generateKeyPair();
      store.setKeyEntry(body, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[]{certificate(body, pair, serial)});
    }
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private X509Certificate certificate(String body, KeyPair pair, long serial) throws Exception {
    X500Principal name = new X500Principal("CN=" + body);
    Instant now = Instant.now();
    return new JcaX509CertificateConverter().setProvider(provider)
        .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(serial), Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)), name, pair.getPublic())
            .build(new JcaContentSignerBuilder("SM3withSM2").setProvider(provider).build(pair.getPrivate())));
  }
}
