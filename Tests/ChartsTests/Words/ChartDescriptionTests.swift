import Scales
import Testing

@testable import Charts

/// Exact words for a chart of each form, as an editor would approve them.
@Suite struct ChartDescriptionTests {
    private func expect(
        _ example: WordExample, _ locale: DeckLocale, short: String, long: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let description = ChartDescription(example.chart(locale))
        #expect(description.short == short, sourceLocation: sourceLocation)
        #expect(description.long == long, sourceLocation: sourceLocation)
    }

    @Test func rankedBars() {
        expect(
            .rankedBars, .esMX,
            short: """
                Gráfica de barras: Exportación por destino, 4 categorías. Máximo: 1,195,467 \
                (Estados Unidos); mínimo: 25,101 (Colombia).
                """,
            long: """
                Gráfica de barras: Exportación por destino, en unidades. Muestra 4 categorías. \
                El máximo es 1,195,467 (Estados Unidos) y el mínimo, 25,101 (Colombia). Las \
                cifras son: Estados Unidos (1,195,467), Canadá (88,232) y Colombia (25,101). Sin \
                dato: Alemania.
                """)
        expect(
            .rankedBars, .enUS,
            short: """
                Bar chart: Exports by destination. Maximum: 1,195,467 (United States); minimum: \
                25,101 (Colombia). No data: Germany.
                """,
            long: """
                Bar chart: Exports by destination, in units. It shows 4 categories. The maximum \
                is 1,195,467 (United States) and the minimum is 25,101 (Colombia). The figures \
                are: United States (1,195,467), Canadá (88,232), and Colombia (25,101). No data: \
                Germany.
                """)
    }

    @Test func keyBar() {
        expect(
            .keyBar, .esMX,
            short: """
                Gráfica de barras: Exportaciones por origen, 3 categorías, en millones de \
                dólares. Dato destacado: Automotrices, 188,942.
                """,
            long: """
                Gráfica de barras: Exportaciones por origen, en millones de dólares. Muestra 3 \
                categorías. El máximo es 370,901 (Otras) y el mínimo, 33,163 (Petroleras). Las \
                cifras son: Petroleras (33,163), Automotrices (188,942) y Otras (370,901). La \
                barra destacada es Automotrices (188,942), en el lugar 2 de 3. La cifra de Otras \
                es calculada.
                """)
        expect(
            .keyBar, .enUS,
            short: """
                Bar chart: Exports by origin, 3 categories, in million dollars. Highlighted: \
                Automotive, 188,942. Maximum: 370,901 (Other).
                """,
            long: """
                Bar chart: Exports by origin, in million dollars. It shows 3 categories. The \
                maximum is 370,901 (Other) and the minimum is 33,163 (Oil). The figures are: Oil \
                (33,163), Automotive (188,942), and Other (370,901). The highlighted bar is \
                Automotive (188,942), ranked 2 of 3. The figure for Other is calculated.
                """)
    }

    @Test func barsOverYears() {
        expect(
            .barsOverYears, .esMX,
            short: """
                Gráfica de barras: Ventas, 2019 a 2022, en miles. Sube de 104 a 120.5 (+15.9%). \
                Mínimo: 88.5 (2020).
                """,
            long: """
                Gráfica de barras: Ventas, en miles. Abarca 4 años, de 2019 a 2022. El valor \
                pasa de 104 (2019) a 120.5 (2022), un aumento de 15.9%. El máximo es 120.5 \
                (2022) y el mínimo, 88.5 (2020). Las cifras son: 2019 (104), 2020 (88.5), 2021 \
                (96) y 2022 (120.5). La tasa de crecimiento anual compuesta de 2019 a 2022 es \
                5%. La diferencia entre 2022 y 2021 es +24.5.
                """)
        expect(
            .barsOverYears, .enUS,
            short: """
                Bar chart: Sales, 2019 to 2022, in thousands. Rises from 104 to 120.5 (+15.9%). \
                Minimum: 88.5 (2020).
                """,
            long: """
                Bar chart: Sales, in thousands. It covers 4 years, from 2019 to 2022. The value \
                goes from 104 (2019) to 120.5 (2022), an increase of 15.9%. The maximum is 120.5 \
                (2022) and the minimum is 88.5 (2020). The figures are: 2019 (104), 2020 (88.5), \
                2021 (96), and 2022 (120.5). The compound annual growth rate from 2019 to 2022 \
                is 5%. The difference between 2022 and 2021 is +24.5.
                """)
    }

    @Test func groupedBars() {
        expect(
            .groupedBars, .esMX,
            short: """
                Barras agrupadas: Paros por planta, 3 categorías. Máximo: 20 (Turno 1, Centro). \
                Sin dato: Turno 2 (Sur).
                """,
            long: """
                Barras agrupadas: Paros por planta. Muestra 3 categorías. Compara 2 series: \
                Turno 1 y Turno 2. El máximo de Turno 1 es 20 (Centro) y el mínimo, 10 (Norte). \
                Las cifras de Turno 1 son: Norte (10), Centro (20) y Sur (15). El máximo de \
                Turno 2 es 18 (Centro) y el mínimo, 12 (Norte). Sin dato: Turno 2 (Sur).
                """)
        expect(
            .groupedBars, .enUS,
            short: """
                Grouped bar chart: Stoppages by plant, 3 categories. Maximum: 20 (Shift 1, \
                Center). No data: Shift 2 (South).
                """,
            long: """
                Grouped bar chart: Stoppages by plant. It shows 3 categories. It compares 2 \
                series: Shift 1 and Shift 2. The maximum of Shift 1 is 20 (Center) and the \
                minimum is 10 (North). The figures of Shift 1 are: North (10), Center (20), and \
                South (15). The maximum of Shift 2 is 18 (Center) and the minimum is 12 (North). \
                No data: Shift 2 (South).
                """)
    }

    @Test func stackedBars() {
        expect(
            .stackedBars, .esMX,
            short: """
                Barras apiladas: Ventas por motor, 2021 a 2023, en miles. El total baja de 951 a \
                930 (−2.2%). 2023: Gasolina 86.6% y 2 más.
                """,
            long: """
                Barras apiladas: Ventas por motor, en miles. Abarca 3 años, de 2021 a 2023. \
                Compara 3 series: Gasolina, Híbridos y Eléctricos. El total pasa de 951 (2021) a \
                930 (2023), una disminución de 2.2%. El mayor total es 951 (2021) y el menor, \
                925 (2022). El total de 2021 es 951: Gasolina con 901 (94.7%), Híbridos con 42 \
                (4.4%) y Eléctricos con 8 (0.8%). El total de 2022 es 925: Gasolina con 850 \
                (91.9%), Híbridos con 61 (6.6%) y Eléctricos con 14 (1.5%). El total de 2023 es \
                930: Gasolina con 805 (86.6%), Híbridos con 98 (10.5%) y Eléctricos con 27 \
                (2.9%).
                """)
        expect(
            .stackedBars, .enUS,
            short: """
                Stacked bar chart: Sales by engine, 2021 to 2023, in thousands. The total falls \
                from 951 to 930 (−2.2%).
                """,
            long: """
                Stacked bar chart: Sales by engine, in thousands. It covers 3 years, from 2021 \
                to 2023. It compares 3 series: Gasoline, Hybrids, and Electric. The total goes \
                from 951 (2021) to 930 (2023), a decrease of 2.2%. The largest total is 951 \
                (2021) and the smallest is 925 (2022). The total of 2021 is 951: Gasoline with \
                901 (94.7%), Hybrids with 42 (4.4%), and Electric with 8 (0.8%). The total of \
                2022 is 925: Gasoline with 850 (91.9%), Hybrids with 61 (6.6%), and Electric \
                with 14 (1.5%). The total of 2023 is 930: Gasoline with 805 (86.6%), Hybrids \
                with 98 (10.5%), and Electric with 27 (2.9%).
                """)
    }

    @Test func stackOfTwo() {
        expect(
            .stackOfTwo, .esMX,
            short: """
                Barras apiladas: Divisas de 2023, 2 categorías, en MDD. Mayor total: 107,965 \
                (Balanza automotriz).
                """,
            long: """
                Barras apiladas: Divisas de 2023, en MDD. Muestra 2 categorías. Compara 2 \
                series: Remesas y Turismo. El mayor total es 107,965 (Balanza automotriz) y el \
                menor, 94,122 (Remesas + Turismo). La cifra de Balanza automotriz es 107,965. El \
                total de Remesas + Turismo es 94,122: Remesas con 63,313 (67.3%) y Turismo con \
                30,809 (32.7%). Se compara Balanza automotriz con Remesas + Turismo: +13,843.
                """)
        expect(
            .stackOfTwo, .enUS,
            short: """
                Stacked bar chart: Foreign currency 2023, 2 categories, in MDD. Largest total: \
                107,965 (Balanza automotriz).
                """,
            long: """
                Stacked bar chart: Foreign currency 2023, in MDD. It shows 2 categories. It \
                compares 2 series: Remesas and Turismo. The largest total is 107,965 (Balanza \
                automotriz) and the smallest is 94,122 (Remesas + Turismo). The figure of \
                Balanza automotriz is 107,965. The total of Remesas + Turismo is 94,122: Remesas \
                with 63,313 (67.3%) and Turismo with 30,809 (32.7%). Balanza automotriz compared \
                with Remesas + Turismo: +13,843.
                """)
    }

    @Test func shares() {
        expect(
            .shares, .esMX,
            short: """
                Barras apiladas al 100%: Mezcla de ventas, 2022 a 2023. 2023: Gasolina 89% e \
                Híbridos 11%.
                """,
            long: """
                Barras apiladas al 100%: Mezcla de ventas. Abarca 2 años, de 2022 a 2023. \
                Compara 2 series: Gasolina e Híbridos. La composición de 2022 es Gasolina (93%) \
                e Híbridos (7%). La composición de 2023 es Gasolina (89%) e Híbridos (11%).
                """)
        expect(
            .shares, .enUS,
            short: """
                100% stacked bar chart: Sales mix, 2022 to 2023. 2023: Gasoline 89% and Hybrids \
                11%.
                """,
            long: """
                100% stacked bar chart: Sales mix. It covers 2 years, from 2022 to 2023. It \
                compares 2 series: Gasoline and Hybrids. The composition of 2022 is Gasoline \
                (93%) and Hybrids (7%). The composition of 2023 is Gasoline (89%) and Hybrids \
                (11%).
                """)
    }

    @Test func rangedBars() {
        expect(
            .rangedBars, .esMX,
            short: """
                Barras de intervalos: Plazos de entrega, 3 categorías, en días. En conjunto, los \
                intervalos van de 3 a 8. Sin dato: C.
                """,
            long: """
                Barras de intervalos: Plazos de entrega, en días. Muestra 3 categorías. En \
                conjunto, los intervalos van de 3 a 8. Las cifras son: A (3 a 8) y B (4 a 6.5). \
                Sin dato: C.
                """)
        expect(
            .rangedBars, .enUS,
            short: """
                Range bar chart: Delivery times, 3 categories, in days. Together, the ranges run \
                from 3 to 8. No data: C.
                """,
            long: """
                Range bar chart: Delivery times, in days. It shows 3 categories. Together, the \
                ranges run from 3 to 8. The figures are: A (3 to 8) and B (4 to 6.5). No data: \
                C.
                """)
    }

    @Test func waterfall() {
        expect(
            .waterfall, .esMX,
            short: """
                Cascada: Flujo de caja, en MDP. Sube de 100 (Inicio) a 150 (Final), +50%.
                """,
            long: """
                Cascada: Flujo de caja, en MDP. Parte de 100 (Inicio), suma 60 (Ventas) y 20 \
                (Otros), resta 30 (Costos) y termina en 150 (Final).
                """)
        expect(
            .waterfall, .enUS,
            short: """
                Waterfall chart: Cash flow, in MDP. Rises from 100 (Start) to 150 (End), +50%.
                """,
            long: """
                Waterfall chart: Cash flow, in MDP. It starts at 100 (Start), adds 60 (Sales) \
                and 20 (Other), subtracts 30 (Costs) and ends at 150 (End).
                """)
    }

    @Test func line() {
        expect(
            .line, .esMX,
            short: """
                Gráfica de líneas: Ventas de híbridos. Sube de 4,200 a 9,876 (+135.1%). Sin \
                dato: sep 2023 y dic 2023 a feb 2024.
                """,
            long: """
                Gráfica de líneas: Ventas de híbridos, en unidades. Abarca 10 meses, de jul 2023 \
                a abr 2024. El valor pasa de 4,200 (jul 2023) a 9,876 (abr 2024), un aumento de \
                135.1%. El máximo es 9,876 (abr 2024) y el mínimo, 3,412 (nov 2023). Las cifras \
                son: jul 2023 (4,200), ago 2023 (4,500), oct 2023 (5,000), nov 2023 (3,412), mar \
                2024 (8,000) y abr 2024 (9,876). Sin dato: sep 2023 y dic 2023 a feb 2024. Las \
                cifras de mar 2024 y abr 2024 son preliminares.
                """)
        expect(
            .line, .enUS,
            short: """
                Line chart: Sales of hybrids, in units. Rises from 4,200 to 9,876 (+135.1%). No \
                data: Sep 2023 and Dec 2023 to Feb 2024.
                """,
            long: """
                Line chart: Sales of hybrids, in units. It covers 10 months, from Jul 2023 to \
                Apr 2024. The value goes from 4,200 (Jul 2023) to 9,876 (Apr 2024), an increase \
                of 135.1%. The maximum is 9,876 (Apr 2024) and the minimum is 3,412 (Nov 2023). \
                The figures are: Jul 2023 (4,200), Aug 2023 (4,500), Oct 2023 (5,000), Nov 2023 \
                (3,412), Mar 2024 (8,000), and Apr 2024 (9,876). No data: Sep 2023 and Dec 2023 \
                to Feb 2024. The figures for Mar 2024 and Apr 2024 are preliminary.
                """)
    }

    @Test func longLine() {
        expect(
            .longLine, .esMX,
            short: """
                Gráfica de líneas: Producción mensual, ene 2019 a dic 2023, en miles. Sube de \
                1,000 a 1,560 (+56%). Máximo: 1,750 (jun 2021).
                """,
            long: """
                Gráfica de líneas: Producción mensual, en miles. Abarca 60 meses, de ene 2019 a \
                dic 2023. El valor pasa de 1,000 (ene 2019) a 1,560 (dic 2023), un aumento de \
                56%. El máximo es 1,750 (jun 2021) y el mínimo, 1,000 (ene 2019). Los \
                principales puntos de giro son el pico de jun 2021 (1,750) y el valle de ene \
                2023 (1,420).
                """)
        expect(
            .longLine, .enUS,
            short: """
                Line chart: Monthly production, Jan 2019 to Dec 2023, in thousands. Rises from \
                1,000 to 1,560 (+56%).
                """,
            long: """
                Line chart: Monthly production, in thousands. It covers 60 months, from Jan 2019 \
                to Dec 2023. The value goes from 1,000 (Jan 2019) to 1,560 (Dec 2023), an \
                increase of 56%. The maximum is 1,750 (Jun 2021) and the minimum is 1,000 (Jan \
                2019). The main turning points are the peak of Jun 2021 (1,750) and the trough \
                of Jan 2023 (1,420).
                """)
    }

    @Test func lines() {
        expect(
            .lines, .esMX,
            short: """
                Gráfica de líneas: Vehículos ligeros, 2019 a 2023. Cambio: Producción +0.8% y \
                Exportación −1%. Sin dato: Exportación (2021).
                """,
            long: """
                Gráfica de líneas: Vehículos ligeros, en miles de unidades. Abarca 5 años, de \
                2019 a 2023. Compara 2 series: Producción y Exportación. En Producción, el valor \
                pasa de 3,750 (2019) a 3,779 (2023), un aumento de 0.8%. El máximo de Producción \
                es 3,779 (2023) y el mínimo, 2,979 (2021). Las cifras de Producción son: 2019 \
                (3,750), 2020 (3,040), 2021 (2,979), 2022 (3,308) y 2023 (3,779). En \
                Exportación, el valor pasa de 3,333 (2019) a 3,301 (2023), una disminución de \
                1%. El máximo de Exportación es 3,333 (2019) y el mínimo, 2,682 (2020). Las \
                cifras de Exportación son: 2019 (3,333), 2020 (2,682), 2022 (2,865) y 2023 \
                (3,301). Sin dato: Exportación (2021).
                """)
        expect(
            .lines, .enUS,
            short: """
                Line chart: Light vehicles, 2019 to 2023. Change: Production +0.8% and Exports \
                −1%. No data: Exports (2021).
                """,
            long: """
                Line chart: Light vehicles, in thousands of units. It covers 5 years, from 2019 \
                to 2023. It compares 2 series: Production and Exports. In Production, the value \
                goes from 3,750 (2019) to 3,779 (2023), an increase of 0.8%. The maximum of \
                Production is 3,779 (2023) and the minimum is 2,979 (2021). The figures of \
                Production are: 2019 (3,750), 2020 (3,040), 2021 (2,979), 2022 (3,308), and 2023 \
                (3,779). In Exports, the value goes from 3,333 (2019) to 3,301 (2023), a \
                decrease of 1%. The maximum of Exports is 3,333 (2019) and the minimum is 2,682 \
                (2020). The figures of Exports are: 2019 (3,333), 2020 (2,682), 2022 (2,865), \
                and 2023 (3,301). No data: Exports (2021).
                """)
    }

    @Test func percentLine() {
        expect(
            .percentLine, .esMX,
            short: """
                Gráfica de líneas: Crecimiento anual, ene 2023 a mar 2023. Sube de 3.1% a 4.2%.
                """,
            long: """
                Gráfica de líneas: Crecimiento anual. Abarca 3 meses, de ene 2023 a mar 2023. El \
                valor pasa de 3.1% (ene 2023) a 4.2% (mar 2023), un aumento de 1.1 puntos \
                porcentuales. El máximo es 4.2% (mar 2023) y el mínimo, 3.1% (ene 2023). Las \
                cifras son: ene 2023 (3.1%), feb 2023 (3.5%) y mar 2023 (4.2%).
                """)
        expect(
            .percentLine, .enUS,
            short: """
                Line chart: Annual growth, Jan 2023 to Mar 2023. Rises from 3.1% to 4.2%.
                """,
            long: """
                Line chart: Annual growth. It covers 3 months, from Jan 2023 to Mar 2023. The \
                value goes from 3.1% (Jan 2023) to 4.2% (Mar 2023), an increase of 1.1 \
                percentage points. The maximum is 4.2% (Mar 2023) and the minimum is 3.1% (Jan \
                2023). The figures are: Jan 2023 (3.1%), Feb 2023 (3.5%), and Mar 2023 (4.2%).
                """)
    }

    @Test func lineAcrossZero() {
        expect(
            .lineAcrossZero, .esMX,
            short: """
                Gráfica de líneas: Saldo, ene 2023 a mar 2023, en MDD. Sube de −5 a 20.
                """,
            long: """
                Gráfica de líneas: Saldo, en MDD. Abarca 3 meses, de ene 2023 a mar 2023. El \
                valor pasa de −5 (ene 2023) a 20 (mar 2023), un aumento de 25. El máximo es 20 \
                (mar 2023) y el mínimo, −5 (ene 2023). Las cifras son: ene 2023 (−5), feb 2023 \
                (3) y mar 2023 (20).
                """)
        expect(
            .lineAcrossZero, .enUS,
            short: """
                Line chart: Balance, Jan 2023 to Mar 2023, in MDD. Rises from −5 to 20.
                """,
            long: """
                Line chart: Balance, in MDD. It covers 3 months, from Jan 2023 to Mar 2023. The \
                value goes from −5 (Jan 2023) to 20 (Mar 2023), an increase of 25. The maximum \
                is 20 (Mar 2023) and the minimum is −5 (Jan 2023). The figures are: Jan 2023 \
                (−5), Feb 2023 (3), and Mar 2023 (20).
                """)
    }

    @Test func area() {
        expect(
            .area, .esMX,
            short: """
                Áreas apiladas: Plantas, 2021 a 2023. El total sube de 8 a 16 (+100%). 2023: Sur \
                56.3% y Norte 43.8%.
                """,
            long: """
                Áreas apiladas: Plantas. Abarca 3 años, de 2021 a 2023. Compara 2 series: Norte \
                y Sur. El total pasa de 8 (2021) a 16 (2023), un aumento de 100%. El mayor total \
                es 16 (2023) y el menor, 8 (2021). El total de 2021 es 8: Norte con 5 (62.5%) y \
                Sur con 3 (37.5%). El total de 2022 es 10: Norte con 6 (60%) y Sur con 4 (40%). \
                El total de 2023 es 16: Sur con 9 (56.3%) y Norte con 7 (43.8%).
                """)
        expect(
            .area, .enUS,
            short: """
                Stacked area chart: Plants, 2021 to 2023. The total rises from 8 to 16 (+100%). \
                2023: South 56.3% and North 43.8%.
                """,
            long: """
                Stacked area chart: Plants. It covers 3 years, from 2021 to 2023. It compares 2 \
                series: North and South. The total goes from 8 (2021) to 16 (2023), an increase \
                of 100%. The largest total is 16 (2023) and the smallest is 8 (2021). The total \
                of 2021 is 8: North with 5 (62.5%) and South with 3 (37.5%). The total of 2022 \
                is 10: North with 6 (60%) and South with 4 (40%). The total of 2023 is 16: South \
                with 9 (56.3%) and North with 7 (43.8%).
                """)
    }

    @Test func dots() {
        expect(
            .dots, .esMX,
            short: """
                Gráfica de puntos: Calidad por planta, 4 categorías. Máximo: 8 (C y D); mínimo: \
                3 (B).
                """,
            long: """
                Gráfica de puntos: Calidad por planta. Muestra 4 categorías. El máximo es 8 (C y \
                D) y el mínimo, 3 (B). Las cifras son: A (5), B (3), C (8) y D (8).
                """)
        expect(
            .dots, .enUS,
            short: """
                Dot plot: Quality by plant, 4 categories. Maximum: 8 (C and D); minimum: 3 (B).
                """,
            long: """
                Dot plot: Quality by plant. It shows 4 categories. The maximum is 8 (C and D) \
                and the minimum is 3 (B). The figures are: A (5), B (3), C (8), and D (8).
                """)
    }

    @Test func scatter() {
        expect(
            .scatter, .esMX,
            short: """
                Gráfica de dispersión: Ventas según precio. Muestra 10 puntos.
                """,
            long: """
                Gráfica de dispersión: Ventas según precio. Muestra 10 puntos. El eje horizontal \
                (Precio) va de 10 a 30, y el vertical (Ventas), de 30 a 90. La correlación \
                lineal es −0.99. Los puntos son: 10 y 90; 12 y 85; 13 y 86; 15 y 70; 16 y 72; 18 \
                y 60; 20 y 55; 22 y 50; 25 y 41; 30 y 30.
                """)
        expect(
            .scatter, .enUS,
            short: """
                Scatter plot: Sales against price. It shows 10 points.
                """,
            long: """
                Scatter plot: Sales against price. It shows 10 points. The horizontal axis \
                (Precio) runs from 10 to 30, and the vertical one (Ventas) from 30 to 90. The \
                linear correlation is −0.99. The points are: 10 and 90; 12 and 85; 13 and 86; 15 \
                and 70; 16 and 72; 18 and 60; 20 and 55; 22 and 50; 25 and 41; 30 and 30.
                """)
    }

    @Test func pie() {
        expect(
            .pie, .esMX,
            short: """
                Gráfica de pastel: Flota, en unidades. Ligeros 60%, Pesados 30% y Otros 10%.
                """,
            long: """
                Gráfica de pastel: Flota, en unidades. Muestra 3 partes: Ligeros con 120 (60%), \
                Pesados con 60 (30%) y Otros con 20 (10%).
                """)
        expect(
            .pie, .enUS,
            short: """
                Pie chart: Fleet, in units. Light 60%, Heavy 30%, and Other 10%.
                """,
            long: """
                Pie chart: Fleet, in units. It shows 3 parts: Light with 120 (60%), Heavy with \
                60 (30%), and Other with 20 (10%).
                """)
    }

    @Test func donut() {
        expect(
            .donut, .esMX,
            short: """
                Dona: Mezcla. Híbridos 85%, Eléctricos 10% y Gasolina 5%.
                """,
            long: """
                Dona: Mezcla. Muestra 3 partes: Híbridos (85%), Eléctricos (10%) y Gasolina \
                (5%). En el centro se lee: 85%, Híbridos.
                """)
        expect(
            .donut, .enUS,
            short: """
                Donut chart: Mix. Hybrids 85%, Electric 10%, and Gasoline 5%.
                """,
            long: """
                Donut chart: Mix. It shows 3 parts: Hybrids (85%), Electric (10%), and Gasoline \
                (5%). The center reads: 85%, Hybrids.
                """)
    }

    @Test func heatMap() {
        expect(
            .heatMap, .esMX,
            short: """
                Mapa de calor: Paros. Máximo: 9 (Sur, 2023); mínimo: 1 (Norte, 2021). Sin dato: \
                Norte, 2023.
                """,
            long: """
                Mapa de calor: Paros. Tiene 3 columnas (2021 a 2023) y 2 filas (Norte y Sur). El \
                máximo es 9 (Sur, 2023) y el mínimo, 1 (Norte, 2021). Las cifras son: Norte, \
                2021 (1); Norte, 2022 (2); Sur, 2021 (4); Sur, 2022 (5); y Sur, 2023 (9). Sin \
                dato: Norte, 2023.
                """)
        expect(
            .heatMap, .enUS,
            short: """
                Heat map: Stoppages. Maximum: 9 (South, 2023); minimum: 1 (North, 2021). No \
                data: North, 2023.
                """,
            long: """
                Heat map: Stoppages. It has 3 columns (2021 to 2023) and 2 rows (North and \
                South). The maximum is 9 (South, 2023) and the minimum is 1 (North, 2021). The \
                figures are: North, 2021 (1); North, 2022 (2); South, 2021 (4); South, 2022 (5); \
                and South, 2023 (9). No data: North, 2023.
                """)
    }

    @Test func barsAndLine() {
        expect(
            .barsAndLine, .esMX,
            short: """
                Barras y línea: Ventas y precio, 2019 a 2021. Cambio: Ventas +10% y Precio +25%.
                """,
            long: """
                Barras y línea: Ventas y precio. Abarca 3 años, de 2019 a 2021. Compara 2 \
                series: Ventas y Precio. En Ventas, el valor pasa de 1,000 (2019) a 1,100 \
                (2021), un aumento de 10%. El máximo de Ventas es 1,100 (2021) y el mínimo, 900 \
                (2020). Las cifras de Ventas son: 2019 (1,000), 2020 (900) y 2021 (1,100). La \
                serie Precio se lee en el eje derecho. En Precio, el valor pasa de 12 (2019) a \
                15 (2021), un aumento de 25%. El máximo de Precio es 15 (2021) y el mínimo, 12 \
                (2019). Las cifras de Precio son: 2019 (12), 2020 (13) y 2021 (15). Una línea de \
                referencia marca Meta (1,200). Una franja señala Pandemia, 2020 a 2021.
                """)
        expect(
            .barsAndLine, .enUS,
            short: """
                Bar and line chart: Sales and price, 2019 to 2021. Change: Sales +10% and Price \
                +25%.
                """,
            long: """
                Bar and line chart: Sales and price. It covers 3 years, from 2019 to 2021. It \
                compares 2 series: Sales and Price. In Sales, the value goes from 1,000 (2019) \
                to 1,100 (2021), an increase of 10%. The maximum of Sales is 1,100 (2021) and \
                the minimum is 900 (2020). The figures of Sales are: 2019 (1,000), 2020 (900), \
                and 2021 (1,100). The series Price is read on the right axis. In Price, the \
                value goes from 12 (2019) to 15 (2021), an increase of 25%. The maximum of Price \
                is 15 (2021) and the minimum is 12 (2019). The figures of Price are: 2019 (12), \
                2020 (13), and 2021 (15). A reference line marks Target (1,200). A band marks \
                Pandemic, 2020 to 2021.
                """)
    }

    @Test func manyBars() {
        expect(
            .manyBars, .esMX,
            short: """
                Gráfica de barras: Talleres, 40 categorías. Máximo: 40 (Municipio 31); mínimo: 1 \
                (Municipio 10). Sin dato: Municipio 7.
                """,
            long: """
                Gráfica de barras: Talleres. Muestra 40 categorías, de Municipio 1 a Municipio \
                40. El máximo es 40 (Municipio 31) y el mínimo, 1 (Municipio 10). La primera \
                cifra es 37 (Municipio 1) y la última, 4 (Municipio 40). Sin dato: Municipio 7.
                """)
        expect(
            .manyBars, .enUS,
            short: """
                Bar chart: Workshops, 40 categories. Maximum: 40 (District 31); minimum: 1 \
                (District 10). No data: District 7.
                """,
            long: """
                Bar chart: Workshops. It shows 40 categories, from District 1 to District 40. \
                The maximum is 40 (District 31) and the minimum is 1 (District 10). The first \
                figure is 37 (District 1) and the last is 4 (District 40). No data: District 7.
                """)
    }

    @Test func manyStacks() {
        expect(
            .manyStacks, .esMX,
            short: """
                Barras apiladas: Plantas, 2005 a 2023. El total empieza y termina en 40. 2023: \
                Norte 70% y Sur 30%.
                """,
            long: """
                Barras apiladas: Plantas. Abarca 19 años, de 2005 a 2023. Compara 2 series: \
                Norte y Sur. Todos los totales son iguales: 40. El total de 2005 es 40: Sur \
                (75%) y Norte (25%). El total de 2023 es 40: Norte (70%) y Sur (30%).
                """)
        expect(
            .manyStacks, .enUS,
            short: """
                Stacked bar chart: Plants, 2005 to 2023. The total starts and ends at 40. 2023: \
                North 70% and South 30%.
                """,
            long: """
                Stacked bar chart: Plants. It covers 19 years, from 2005 to 2023. It compares 2 \
                series: North and South. All totals are equal: 40. The total of 2005 is 40: \
                South (75%) and North (25%). The total of 2023 is 40: North (70%) and South \
                (30%).
                """)
    }

    @Test func manyCells() {
        expect(
            .manyCells, .esMX,
            short: """
                Mapa de calor: Visitas. Máximo: 13 (Jueves, 3 h); mínimo: 1 (Lunes, 8 h; y 2 \
                más).
                """,
            long: """
                Mapa de calor: Visitas. Tiene 12 columnas (1 h a 12 h) y 3 filas (Lunes a \
                Jueves). El máximo es 13 (Jueves, 3 h) y el mínimo, 1 (Lunes, 8 h; Martes, 2 h; \
                y Jueves, 11 h).
                """)
        expect(
            .manyCells, .enUS,
            short: """
                Heat map: Visits. Maximum: 13 (Thursday, 3 h); minimum: 1 (Monday, 8 h; and 2 \
                more).
                """,
            long: """
                Heat map: Visits. It has 12 columns (1 h to 12 h) and 3 rows (Monday to \
                Thursday). The maximum is 13 (Thursday, 3 h) and the minimum is 1 (Monday, 8 h; \
                Tuesday, 2 h; and Thursday, 11 h).
                """)
    }

    @Test func single() {
        expect(
            .single, .esMX,
            short: """
                Gráfica de barras: Plantas. La única cifra es 5 (2023).
                """,
            long: """
                Gráfica de barras: Plantas. Corresponde a 2023. La única cifra es 5 (2023).
                """)
        expect(
            .single, .enUS,
            short: """
                Bar chart: Plants. The only figure is 5 (2023).
                """,
            long: """
                Bar chart: Plants. It is for 2023. The only figure is 5 (2023).
                """)
    }

    @Test func equal() {
        expect(
            .equal, .esMX,
            short: """
                Gráfica de barras: Plantas, 2 categorías. Todas las cifras son iguales: 5.
                """,
            long: """
                Gráfica de barras: Plantas. Muestra 2 categorías. Todas las cifras son iguales: \
                5.
                """)
        expect(
            .equal, .enUS,
            short: """
                Bar chart: Plants, 2 categories. All figures are equal: 5.
                """,
            long: """
                Bar chart: Plants. It shows 2 categories. All figures are equal: 5.
                """)
    }

    @Test func unknown() {
        expect(
            .unknown, .esMX,
            short: """
                Gráfica de barras: Plantas, 2 categorías. No se conoce ninguna cifra.
                """,
            long: """
                Gráfica de barras: Plantas. Muestra 2 categorías. No se conoce ninguna cifra.
                """)
        expect(
            .unknown, .enUS,
            short: """
                Bar chart: Plants, 2 categories. No figure is known.
                """,
            long: """
                Bar chart: Plants. It shows 2 categories. No figure is known.
                """)
    }

    @Test func broken() {
        expect(
            .broken, .esMX,
            short: """
                Gráfica de barras: Plantas.
                """,
            long: """
                Gráfica de barras: Plantas.
                """)
        expect(
            .broken, .enUS,
            short: """
                Bar chart: Plants.
                """,
            long: """
                Bar chart: Plants.
                """)
    }

    // MARK: - What else decides the words

    private func description(
        _ layers: [Layer], _ locale: DeckLocale = .esMX, title: String = "", unit: String = "",
        _ change: (inout Chart) -> Void = { _ in }
    ) -> ChartDescription {
        ChartDescription(
            WordSamples.chart(layers, locale, title: title, unit: unit, change))
    }

    private let bars = WordSamples.bars(["A", "B", "C"], [1234.5, 2, 0])

    @Test func spainWritesNumbersAndNamesChartsInItsOwnWay() {
        let chart = description([bars], .esES, title: "Ventas")
        #expect(
            chart.short
                == "Gráfico de barras: Ventas, 3 categorías. Máximo: 1.234,5 (A); mínimo: 0 (C).")
        let donut = description([WordSamples.sectors(["A": 1, "B": 3])], .esES)
        #expect(donut.short == "Gráfico de sectores: Parte por Tipo. B 75\u{A0}% y A 25\u{A0}%.")
    }

    @Test func ownWordsComeFirst() {
        let own = description([bars], title: "Ventas") {
            $0.accessibilityLabel = "Ventas por planta"
            $0.accessibilityDetail = "A vende más."
        }
        #expect(own.short == "Ventas por planta")
        #expect(own.long == "A vende más.")
        let half = description([bars], title: "Ventas") { $0.accessibilityLabel = " " }
        #expect(half.short.hasPrefix("Gráfica de barras: Ventas"))
    }

    @Test func aLongOwnLabelIsCutAtAWordAndOpensTheLongText() {
        let label = String(repeating: "palabra ", count: 30) + "final"
        let own = description([bars]) { $0.accessibilityLabel = label }
        #expect(own.short.utf16.count <= 125)
        #expect(own.short.hasSuffix("palabra…"))
        #expect(own.long.hasPrefix(label + ". Gráfica de barras"))
    }

    @Test func aLongTitleLeavesRoomForAFinding() {
        let title =
            "Evolución de las exportaciones de vehículos ligeros producidos en México "
            + "hacia todos los mercados del mundo desde 2005"
        let short = description([bars], title: title).short
        #expect(
            short == "Gráfica de barras: Evolución de las exportaciones de vehículos ligeros "
                + "producidos… Máximo: 1,234.5 (A); mínimo: 0 (C).")
    }

    @Test func aTitleThatSaysTheUnitNeedsNoOther() {
        let said = description(
            [bars], title: "Ventas (miles de unidades)", unit: "miles de unidades")
        #expect(!said.long.contains("en miles"))
        let percent = description([bars], title: "Cuota", unit: "%")
        #expect(percent.long.hasPrefix("Gráfica de barras: Cuota, en porcentaje."))
        #expect(percent.long.contains("1,234.5% (A)"))
    }

    @Test func figuresAreWrittenAsLabelsWriteThem() {
        let layer = WordSamples.bars(["A", "B"], [1_234_567, 2_000_000], format: ".1k' MDD'")
        #expect(description([layer]).long.contains("2.0\u{A0}M MDD (B)"))
        let padded = WordSamples.bars(["A", "B"], [5, 7], format: "+12,.1f")
        #expect(description([padded]).long.contains("El máximo es 7.0 (B) y el mínimo, 5.0 (A)."))
    }

    @Test func figuresOfEveryStandingAreTold() {
        let details = [Standing.firm, .preliminary, .estimated, .derived].map {
            Detail(standing: $0)
        }
        let layer = WordSamples.bars(["A", "B", "C", "D"], [1, 2, 3, 4], details: details)
        let long = description([layer]).long
        #expect(long.contains("La cifra de B es preliminar. La cifra de C es estimada."))
        #expect(long.contains("La cifra de D es calculada."))
        let all = WordSamples.bars(
            ["A", "B"], [1, 2],
            details: [Detail(standing: .estimated), Detail(standing: .estimated)])
        #expect(description([all]).long.contains("Todas las cifras son estimadas."))
        let rounded = WordSamples.bars(
            ["A", "B"], [1, 2], details: [Detail(isRounded: true), .plain])
        #expect(description([rounded], .enUS).long.contains("The figure for A is rounded."))
        let many = WordSamples.bars(
            (1...9).map { "N\($0)" }, (1...9).map { Double($0) },
            details: (1...9).map { Detail(standing: $0 > 8 ? .firm : .preliminary) })
        #expect(description([many]).long.contains("8 de las 9 cifras son preliminares."))
    }

    @Test func aMissingMonthWithoutARowIsNamedToo() {
        var layer = WordSamples.months([1, 2, 4], from: WordSamples.day("2023-08"))
        layer.channels[.x] = Channel(
            "Mes",
            .dates([
                WordSamples.day("2023-08"), WordSamples.day("2023-09"), WordSamples.day("2023-11"),
            ]))
        #expect(description([layer]).long.contains("Sin dato: oct 2023."))
        #expect(description([layer]).short.contains("Sin dato: oct 2023."))
    }

    @Test func daysAreWrittenWithTheirMonthAndYear() {
        let dates = ["2024-03-05", "2024-03-19", "2024-04-02"].map { Optional(WordSamples.day($0)) }
        let layer = Layer(
            .line, [.x: Channel("", .dates(dates)), .y: Channel("", .numbers([1, 2, 3]))])
        #expect(description([layer]).long.contains("de 5 mar 2024 a 2 abr 2024"))
        #expect(description([layer], .enUS).long.contains("from Mar 5, 2024 to Apr 2, 2024"))
    }

    @Test func numbersOfYearsHaveNoThousandsMark() {
        let layer = Layer(
            .line,
            [.x: Channel("", .numbers([2005, 2010, 2023])), .y: Channel("", .numbers([1, 2, 3]))])
        #expect(description([layer]).long.contains("de 2005 a 2023"))
    }

    @Test func aChartWithoutMarksIsStillNamed() {
        let none = description([], title: "Ventas")
        #expect(none.short == "Gráfica: Ventas.")
        #expect(none.long == "Gráfica: Ventas.")
        #expect(description([Layer(.bar)]).short == "Gráfica.")
    }

    @Test func chartsSideBySideAreToldUnderTheirTitles() {
        let items = ["Norte", "Sur"].map { title in
            SmallMultiples.Item(title: title, chart: WordSamples.chart([bars]))
        }
        let told = ChartDescription(SmallMultiples(items), title: "Ventas por región")
        #expect(told.short == "Panel de 2 gráficas: Ventas por región. Norte y Sur.")
        #expect(
            told.long.hasPrefix(
                "Panel de 2 gráficas: Ventas por región. Gráfica de barras: Norte. Muestra 3"))
        let many = (0..<40).map { number in
            SmallMultiples.Item(title: "Entidad \(number)", chart: WordSamples.chart([bars], .enUS))
        }
        let panel = ChartDescription(
            SmallMultiples(many), title: String(repeating: "title ", count: 60))
        #expect(panel.short.utf16.count <= 125)
        #expect(panel.long.hasSuffix("There are 28 more charts."))
        #expect(ChartDescription(SmallMultiples([])).short == "Panel of 0 charts.")
    }

    @Test func partsOfNoWholeHaveNoShares() {
        let parts = description([WordSamples.sectors(["A": 3, "B": nil, "C": 5])], title: "Flota")
        #expect(parts.short == "Gráfica de pastel: Flota. Sin dato: B.")
        #expect(
            parts.long
                == "Gráfica de pastel: Flota. Las cifras son: A (3) y C (5). Sin dato: B.")
    }
}
