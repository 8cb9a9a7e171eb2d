package org.lecturehalls.worker.document.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws pages one by one as JPEG files, so that only one is ever in memory. With hardly a loss: what is published is made of
 * them.
 */
final class PageImages {

    private static final float QUALITY = 0.95f;
    private static final int SHORTEST_SIDE = 8;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final int side;

    PageImages(PDDocument document, int side) {
        this.document = document;
        this.side = side;
        renderer = new PDFRenderer(document);
        // A scan of many megapixels is read at the size it is drawn.
        renderer.setSubsamplingAllowed(true);
    }

    void write(Path folder, int pages, IntConsumer written) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            for (int page = 1; page <= pages; page++) {
                write(writer, draw(page - 1), folder.resolve(PdfTool.drawingName(page)));
                written.accept(page);
            }
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage draw(int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float longer = Math.max(box.getWidth(), box.getHeight());
        float shorter = Math.min(box.getWidth(), box.getHeight());
        boolean drawable = longer > 0 && shorter * side / longer >= SHORTEST_SIDE;
        return drawable
                ? renderer.renderImage(index, side / longer, ImageType.RGB)
                : new BufferedImage(SHORTEST_SIDE, SHORTEST_SIDE, BufferedImage.TYPE_INT_RGB);
    }

    private static void write(ImageWriter writer, BufferedImage image, Path file) throws IOException {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
    }
}
