package io.tallybook.report;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Draws the charts of the built-in templates. Fills are set: a series without one is drawn as nothing by some readers. */
final class ChartMaker {
    private static final byte[] TEAL = {0x1F, 0x6F, (byte) 0x86};

    private ChartMaker() {}

    /** Bars of a share between nothing and the whole, one for each row of a list. */
    static void bars(XSSFSheet sheet, int top, String title, String categories, String values) {
        XSSFChart chart = chart(sheet, 0, top, 5, top + 14);
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.BOTTOM);
        up.setMinimum(0);
        up.setMaximum(1);
        up.setNumberFormat("0%");
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        bars.setBarDirection(BarDirection.BAR);
        bars.setVaryColors(false);
        bars.setGapWidth(60);
        XDDFChartData.Series series = bars.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, area(categories)), numbers(sheet, values));
        series.setTitle("", new CellReference(title));
        series.setFillProperties(fill(TEAL));
        chart.plot(bars);
    }

    /** Lines of usage and of what is asked for, over the months. */
    static void lines(XSSFSheet sheet, int row) {
        XSSFChart chart = chart(sheet, 7, 3, 18, 24);
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        up.setMinimum(0);
        up.setNumberFormat("#,##0");
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, up);
        lines.setVaryColors(false);
        line(sheet, lines, row, 1, TEAL, false);
        line(sheet, lines, row, 2, new byte[] {(byte) 0xA8, 0x4B, 0x00}, true);
        chart.plot(lines);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }

    private static void line(
            XSSFSheet sheet, XDDFLineChartData lines, int row, int column, byte[] color, boolean isDashed) {
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) lines.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(row, row, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(row, row, column, column)));
        series.setTitle("", new CellReference(sheet.getSheetName(), row - 1, column, true, true));
        series.setSmooth(false);
        series.setMarkerStyle(isDashed ? MarkerStyle.NONE : MarkerStyle.CIRCLE);
        XDDFLineProperties line = new XDDFLineProperties(fill(color));
        line.setWidth(2.25);
        if (isDashed) {
            line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        }
        series.setLineProperties(line);
    }

    private static XSSFChart chart(XSSFSheet sheet, int left, int top, int right, int bottom) {
        var drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, left, top, right, bottom));
        // The sheet has a title, in the language of the report.
        chart.setAutoTitleDeleted(true);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        return chart;
    }

    private static CellRangeAddress area(String cell) {
        CellReference at = new CellReference(cell);
        return new CellRangeAddress(at.getRow(), at.getRow(), at.getCol(), at.getCol());
    }

    private static XDDFNumericalDataSource<Double> numbers(XSSFSheet sheet, String cell) {
        return XDDFDataSourcesFactory.fromNumericCellRange(sheet, area(cell));
    }

    private static XDDFSolidFillProperties fill(byte[] color) {
        return new XDDFSolidFillProperties(new XDDFColorRgbBinary(color));
    }
}
