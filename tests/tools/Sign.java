// SPDX-License-Identifier: MIT
/*
 * Sign IN.pdf OUT.pdf FIELD...: signs a paper with PDFBox, as many signature
 * programs do: once in each of these fields, "+" for a field of its own.  The
 * key is made here and thrown away.
 */
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Calendar;
import java.util.Date;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

public class Sign {
	static SignatureInterface signer() throws Exception {
		KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
		maker.initialize(2048);
		KeyPair keys = maker.generateKeyPair();
		ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA")
			.build(keys.getPrivate());
		X500Name name = new X500Name("CN=Асанова Бермет");
		Date now = new Date(), end = new Date(now.getTime() + 86400000L);
		X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
			name, BigInteger.ONE, now, end, name, keys.getPublic())
			.build(signer);
		CMSSignedDataGenerator cms = new CMSSignedDataGenerator();

		cms.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
			new JcaDigestCalculatorProviderBuilder().build())
			.build(signer, certificate));
		cms.addCertificate(certificate);
		return content -> {
			try {
				return cms.generate(new CMSProcessableByteArray(
					content.readAllBytes()), false).getEncoded();
			} catch (CMSException e) {
				throw new IOException(e);
			}
		};
	}

	static byte[] signed(byte[] paper, String field) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		try (PDDocument doc = PDDocument.load(paper)) {
			PDSignature signature = new PDSignature();

			signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
			signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
			signature.setSignDate(Calendar.getInstance());
			if (!field.equals("+"))
				doc.getDocumentCatalog().getAcroForm().getField(field)
					.getCOSObject().setItem("V", signature);
			doc.addSignature(signature, signer());
			doc.saveIncremental(out);
		}
		return out.toByteArray();
	}

	public static void main(String[] args) throws Exception {
		byte[] paper = Files.readAllBytes(Path.of(args[0]));

		for (int i = 2; i < args.length; i++)
			paper = signed(paper, args[i]);
		Files.write(Path.of(args[1]), paper);
	}
}
