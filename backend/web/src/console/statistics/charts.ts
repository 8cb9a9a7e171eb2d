import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

/** Only the parts of ECharts that the dashboards draw with; loaded when the first chart is. */
use([BarChart, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

export { init };
