import Graphics

extension SceneRenderer {
    /// Draws a hatch's lines over all that the clip leaves, in the page's own points.
    ///
    /// The lines rise to the right: on each, x + y is a multiple of pitch·√2. So their phase hangs
    /// on the page's corner, and neighbouring shapes share it.
    func drawLines(of hatch: Hatch) throws {
        guard hatch.pitch >= Self.finestPitch, hatch.pitch.isFinite, hatch.width >= 0,
            hatch.width.isFinite
        else { throw unfit("a hatch has lines of \(hatch.width) pt every \(hatch.pitch) pt") }
        let clip = context.clipExtents
        guard clip.x1 < clip.x2, clip.y1 < clip.y2 else { return }  // nothing is left to see
        let area = Rect(left: clip.x1, top: clip.y1, right: clip.x2, bottom: clip.y2)
            .outset(by: hatch.width)
        let step = hatch.pitch * 2.0.squareRoot()
        var index = ((area.minX + area.minY) / step).rounded(.up)
        context.newPath()
        while index * step <= area.maxX + area.maxY {
            let sum = index * step
            let left = max(area.minX, sum - area.maxY)
            let right = min(area.maxX, sum - area.minY)
            context.move(x: left, y: sum - left)
            context.addLine(x: right, y: sum - right)
            index += 1
        }
        try setColor(hatch.line)
        context.setLineWidth(hatch.width)
        context.setLineCap(.butt)
        try context.setDash([])
        context.stroke()
    }

    // Closer lines are a grey area that costs as much as a page of them.
    private static var finestPitch: Double { 0.25 }
}
